using DslNet.Generators.Expressions;
using DslNet.Generators.Layers.Own;
using DslNet.Generators.Model;

namespace DslNet.Generators.Parsing;

/// <summary>The arguments of an attribute of which nothing is written. It remembers what was asked for.</summary>
internal sealed class DefaultArguments : IFunctionArguments
{
    private readonly Dictionary<string, Type> _types = new(StringComparer.Ordinal);

    /// <summary>The arguments that were asked for by their values, each with its type; a double where it may be a float.</summary>
    public IReadOnlyDictionary<string, Type> Types => _types;

    public bool Has(string name) => false;

    public int Int32(string name, int otherwise) => Absent(name, otherwise);

    public double Number(string name, double otherwise) => Absent(name, otherwise);

    public bool Boolean(string name, bool otherwise) => Absent(name, otherwise);

    public EquatableArray<string> Strings(string name) => Absent(name, EquatableArray<string>.Empty);

    public EquatableArray<float> Numbers(string name) => Absent(name, EquatableArray<float>.Empty);

    /// <summary>The identity.</summary>
    public OwnFunction Function(int inputs) => new("Function", null, new Expr.Input(0), Elements: 0, EquatableArray<double>.Empty);

    /// <summary>What must be written is missing; nobody is told.</summary>
    public void Report(string ruleId, string? argument, params object[] messageArguments) { }

    public void DoubtSize() { }

    private T Absent<T>(string name, T otherwise)
    {
        _types[name] = typeof(T);
        return otherwise;
    }
}
