using DslNet.Generators.Layers.Own;
using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Parsing;

/// <summary>The arguments of an attribute in the source.</summary>
internal sealed class AttributeArguments : IFunctionArguments
{
    private readonly DeclaredAttribute _attribute;
    private List<(string RuleId, string? Argument, Location? Elsewhere, object[] MessageArguments)>? _problems;
    private bool _hasUnreadableBody;

    public AttributeArguments(DeclaredAttribute attribute)
    {
        _attribute = attribute;
        AttributeData data = attribute.Data;
        IsReadable = data.AttributeConstructor is { } constructor
            && constructor.Parameters.Length == data.ConstructorArguments.Length
            && !data.ConstructorArguments.Any(IsError)
            && !data.NamedArguments.Any(argument => IsError(argument.Value));
        SizeDoubted = !IsReadable;
    }

    /// <summary>False if the compiler has errors to tell about the attribute, or if it reads what is yet to be generated.</summary>
    public bool IsReadable { get; }

    /// <summary>Whether an argument that decides the size of the output makes no sense.</summary>
    public bool SizeDoubted { get; private set; }

    public bool Has(string name) => TryGet(name, out _);

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
        TryGet(name, out TypedConstant value) && value is { Kind: TypedConstantKind.Array, IsNull: false }
            ? value.Values.Select(item => item.Value as string ?? "").ToEquatableArray()
            : EquatableArray<string>.Empty;

    public EquatableArray<float> Numbers(string name) =>
        TryGet(name, out TypedConstant value) && value is { Kind: TypedConstantKind.Array, IsNull: false }
            ? value.Values.Select(item => item.Value as float? ?? float.NaN).ToEquatableArray()
            : EquatableArray<float>.Empty;

    /// <summary>A type, or null if it is not written.</summary>
    public INamedTypeSymbol? Type(string name) => TryGet(name, out TypedConstant value) && value.Kind == TypedConstantKind.Type ? value.Value as INamedTypeSymbol : null;

    /// <summary>A list of doubles.</summary>
    public IEnumerable<double> Doubles(string name) =>
        TryGet(name, out TypedConstant value) && value is { Kind: TypedConstantKind.Array, IsNull: false } ? value.Values.Select(item => item.Value is double number ? number : 0) : [];

    public OwnFunction Function(int inputs) => new FunctionReader(this, _attribute.Class, inputs).Read();

    public void Report(string ruleId, string? argument, params object[] messageArguments)
    {
        if (IsReadable)
            (_problems ??= []).Add((ruleId, argument, null, messageArguments));
    }

    /// <summary>Reports a mistake somewhere else, to which the attribute leads.</summary>
    public void ReportAt(string ruleId, Location location, params object[] messageArguments)
    {
        if (IsReadable)
            (_problems ??= []).Add((ruleId, null, location, messageArguments));
    }

    /// <summary>Notes that the compiler has an error to tell of a method's body, or would have one without generated code.</summary>
    public void AddUnreadableBody() => _hasUnreadableBody = true;

    public void DoubtSize() => SizeDoubted = true;

    /// <summary>Whether it is an attribute of a block.</summary>
    public bool IsOfBlock => _attribute.IsOfBlock;

    /// <summary>Whether the block that it is of reports what is wrong with it.</summary>
    private bool IsReportedInBlock => _attribute is { IsOfBlock: true, SyntaxInBlock: not null };

    /// <summary>Whether it may stand for several layers, which all have the same mistake.</summary>
    public bool IsRepeated => IsOfBlock || _attribute.Role == AttributeRole.BlockUse;

    /// <summary>Reports what was found, now that the layer has a name.</summary>
    public void Tell(string layerName, ProblemList problems)
    {
        if (!IsReadable)
            problems.AddUnreadable();
        if (_hasUnreadableBody)
            problems.AddUnreadableBody();
        foreach ((string ruleId, string? argument, Location? elsewhere, object[] messageArguments) in _problems ?? [])
        {
            if (elsewhere is null || IsReportedInBlock)
                Tell(problems, ruleId, argument, [layerName, .. messageArguments]);
            else
                problems.Add(ruleId, elsewhere, [layerName, .. messageArguments]);
        }
    }

    /// <summary>Reports a mistake of the attribute by itself. One in a block of the same compilation is reported where that is written, used or not.</summary>
    public void Tell(ProblemList problems, string ruleId, string? argument, params object[] messageArguments)
    {
        if (IsReportedInBlock)
            problems.LeaveOut(ruleId);
        else
            problems.Add(ruleId, this, argument, messageArguments);
    }

    /// <summary>Where an argument is written; of an attribute of a block, where the network uses that.</summary>
    public Location LocationOf(string? argument) => _attribute.IsOfBlock ? _attribute.Syntax.GetLocation() : ArgumentLocator.Find(_attribute, argument);

    /// <summary>Of an attribute of a block, where the argument is written, if it is in the same compilation.</summary>
    public Location? LocationInBlockOf(string? argument) =>
        _attribute.SyntaxInBlock is { } syntax ? ArgumentLocator.Find(_attribute with { Syntax = syntax }, argument) : null;

    /// <summary>Finds an argument: by the name of its property, or by that of the constructor's parameter, which begins with a small letter.</summary>
    private bool TryGet(string name, out TypedConstant value)
    {
        value = default;
        if (!IsReadable)
            return false;
        foreach (KeyValuePair<string, TypedConstant> argument in _attribute.Data.NamedArguments)
        {
            if (string.Equals(argument.Key, name, StringComparison.OrdinalIgnoreCase))
            {
                value = argument.Value;
                return true;
            }
        }

        for (int i = 0; i < _attribute.Data.ConstructorArguments.Length; i++)
        {
            if (string.Equals(_attribute.Data.AttributeConstructor!.Parameters[i].Name, name, StringComparison.OrdinalIgnoreCase))
            {
                value = _attribute.Data.ConstructorArguments[i];
                return true;
            }
        }

        return false;
    }

    private object? ValueOf(string name) =>
        TryGet(name, out TypedConstant value) && value.Kind is TypedConstantKind.Primitive or TypedConstantKind.Enum
            ? value.Value
            : null;

    private static bool IsError(TypedConstant value) =>
        value.Kind == TypedConstantKind.Error
        || value is { Kind: TypedConstantKind.Array, IsNull: false } && value.Values.Any(IsError);
}
