using DslNet.Generators.Layers.Own;
using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Parsing;

/// <summary>The arguments of an attribute in the source.</summary>
internal sealed class AttributeArguments : IFunctionArguments
{
    private readonly DeclaredAttribute _attribute;
    private readonly Dictionary<string, TypedConstant> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string RuleId, Location Location, object[] MessageArguments)> _problems = [];

    public AttributeArguments(DeclaredAttribute attribute)
    {
        _attribute = attribute;
        AttributeData data = attribute.Data;
        IsReadable = data.AttributeConstructor is { } constructor
            && constructor.Parameters.Length == data.ConstructorArguments.Length
            && !data.ConstructorArguments.Any(IsError)
            && !data.NamedArguments.Any(argument => IsError(argument.Value));
        if (!IsReadable)
        {
            SizeDoubted = true;
            return;
        }

        for (int i = 0; i < data.ConstructorArguments.Length; i++)
            _values[data.AttributeConstructor!.Parameters[i].Name] = data.ConstructorArguments[i];
        foreach (KeyValuePair<string, TypedConstant> argument in data.NamedArguments)
            _values[argument.Key] = argument.Value;
    }

    private bool _hasUnreadableBody;

    /// <summary>False if the compiler has errors to tell about the attribute, or if it reads what is yet to be generated.</summary>
    public bool IsReadable { get; }

    /// <summary>Whether an argument that decides the size of the output makes no sense.</summary>
    public bool SizeDoubted { get; private set; }

    public bool Has(string name) => _values.ContainsKey(name);

    public int Int32(string name, int otherwise) => ValueOf(name) is int value ? value : otherwise;

    public double Number(string name, double otherwise) => ValueOf(name) switch
    {
        double value => value,
        float value => value,
        _ => otherwise,
    };

    public bool Boolean(string name, bool otherwise) => ValueOf(name) is bool value ? value : otherwise;

    /// <summary>A long, or null if it is not written.</summary>
    public long? Int64(string name) => ValueOf(name) as long?;

    /// <summary>A string, or null if it is not written.</summary>
    public string? String(string name) => ValueOf(name) as string;

    public EquatableArray<string> Strings(string name) =>
        _values.TryGetValue(name, out TypedConstant value) && value is { Kind: TypedConstantKind.Array, IsNull: false }
            ? value.Values.Select(item => item.Value as string ?? "").ToEquatableArray()
            : EquatableArray<string>.Empty;

    public EquatableArray<float> Numbers(string name) =>
        _values.TryGetValue(name, out TypedConstant value) && value is { Kind: TypedConstantKind.Array, IsNull: false }
            ? value.Values.Select(item => item.Value as float? ?? float.NaN).ToEquatableArray()
            : EquatableArray<float>.Empty;

    /// <summary>A type, or null if it is not written.</summary>
    public INamedTypeSymbol? Type(string name) => _values.TryGetValue(name, out TypedConstant value) && value.Kind == TypedConstantKind.Type ? value.Value as INamedTypeSymbol : null;

    /// <summary>A list of doubles.</summary>
    public IEnumerable<double> Doubles(string name) =>
        _values.TryGetValue(name, out TypedConstant value) && value is { Kind: TypedConstantKind.Array, IsNull: false } ? value.Values.Select(item => item.Value is double number ? number : 0) : [];

    public OwnFunction Function(int inputs) => new FunctionReader(this, _attribute.Network, inputs).Read();

    public void Report(string ruleId, string? argument, params object[] messageArguments) => ReportAt(ruleId, LocationOf(argument), messageArguments);

    /// <summary>Reports a mistake somewhere else, to which the attribute leads.</summary>
    public void ReportAt(string ruleId, Location location, params object[] messageArguments)
    {
        if (IsReadable)
            _problems.Add((ruleId, location, messageArguments));
    }

    /// <summary>Notes that the compiler has an error to tell of a method's body, or would have one without generated code.</summary>
    public void AddUnreadableBody() => _hasUnreadableBody = true;

    public void DoubtSize() => SizeDoubted = true;

    /// <summary>Reports what was found, now that the layer has a name.</summary>
    public void Tell(string layerName, ProblemList problems)
    {
        if (!IsReadable)
            problems.AddUnreadable();
        if (_hasUnreadableBody)
            problems.AddUnreadableBody();
        foreach ((string ruleId, Location location, object[] messageArguments) in _problems)
            problems.Add(ruleId, location, [layerName, .. messageArguments]);
    }

    public Location LocationOf(string? argument) => ArgumentLocator.Find(_attribute, argument);

    private object? ValueOf(string name) =>
        _values.TryGetValue(name, out TypedConstant value) && value.Kind is TypedConstantKind.Primitive or TypedConstantKind.Enum
            ? value.Value
            : null;

    private static bool IsError(TypedConstant value) =>
        value.Kind == TypedConstantKind.Error
        || value is { Kind: TypedConstantKind.Array, IsNull: false } && value.Values.Any(IsError);
}
