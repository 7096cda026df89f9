using DslNet.Generators.Lowering;

namespace DslNet.Generators.Parsing;

/// <summary>Takes names for equal that are the same in files.</summary>
internal sealed class FirstLetterComparer : IEqualityComparer<string>
{
    public static FirstLetterComparer Instance { get; } = new();

    public bool Equals(string x, string y) => ParameterTable.FileName(x) == ParameterTable.FileName(y);

    public int GetHashCode(string name) => StringComparer.Ordinal.GetHashCode(ParameterTable.FileName(name));
}
