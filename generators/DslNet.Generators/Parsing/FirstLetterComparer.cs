using DslNet.Generators.Lowering;

namespace DslNet.Generators.Parsing;

/// <summary>Takes names for equal that are the same in files.</summary>
internal sealed class FirstLetterComparer : IEqualityComparer<string>
{
    public static FirstLetterComparer Instance { get; } = new();

    public bool Equals(string x, string y)
    {
        if (x.Length != y.Length)
            return false;
        for (int i = 0; i < x.Length; i++)
        {
            if (ParameterTable.FileLetter(x, i) != ParameterTable.FileLetter(y, i))
                return false;
        }

        return true;
    }

    public int GetHashCode(string name)
    {
        int hash = 17;
        for (int i = 0; i < name.Length; i++)
            hash = unchecked(hash * 31 + ParameterTable.FileLetter(name, i));
        return hash;
    }
}
