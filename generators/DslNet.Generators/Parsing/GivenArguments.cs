using DslNet.Generators.Layers.Own;
using DslNet.Generators.Model;

namespace DslNet.Generators.Parsing;

/// <summary>The arguments of a layer that nobody wrote.</summary>
/// <param name="values">Those that are not their defaults.</param>
internal sealed class GivenArguments(IReadOnlyDictionary<string, object> values) : IFunctionArguments
{
    public bool Has(string name) => values.ContainsKey(name);

    public int Int32(string name, int otherwise) => Get(name, otherwise);

    public double Number(string name, double otherwise) => Get(name, otherwise);

    public bool Boolean(string name, bool otherwise) => Get(name, otherwise);

    public EquatableArray<string> Strings(string name) => Get(name, EquatableArray<string>.Empty);

    public EquatableArray<float> Numbers(string name) => Get(name, EquatableArray<float>.Empty);

    /// <exception cref="NotSupportedException">Always: there is no class whose method it could be.</exception>
    public OwnFunction Function(int inputs) => throw new NotSupportedException("A layer that nobody wrote names no method.");

    /// <summary>They are right.</summary>
    public void Report(string ruleId, string? argument, params object[] messageArguments) { }

    public void DoubtSize() { }

    private T Get<T>(string name, T otherwise) => values.TryGetValue(name, out object? value) ? (T)value : otherwise;
}
