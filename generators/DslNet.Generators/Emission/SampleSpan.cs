using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Emission;

/// <summary>The caller's memory of a port, or for the gradient with respect to it, as generated code passes it on: a span.</summary>
/// <param name="Port">The port.</param>
/// <param name="IsGradient">Whether it is for the gradient.</param>
internal sealed record SampleSpan(PortSpec Port, bool IsGradient)
{
    /// <summary>Its field.</summary>
    public string Field { get; } = NetworkSpec.Capitalized(Port.Name) + (IsGradient ? "Gradient" : "");

    /// <summary>The public parameter that it comes from: of the only port of a role the plural of that, since it has many samples.</summary>
    public string Argument => ParameterTable.FileName(Field) + (Port.Name == Port.Role.ToString() || Port.Role is PortRole.Target or PortRole.Label or PortRole.Weight ? "s" : "");

    /// <summary>The public field of a network with named ports.</summary>
    public string PublicField => NetworkSpec.Capitalized(Argument);

    /// <summary>The place where it begins, as a program finds it.</summary>
    public string Reference => $"ref Memory__.GetReference(samples.{Field})";

    /// <summary>The condition that it is given.</summary>
    public string IsGiven => $"!samples.{Field}.IsEmpty";

    /// <summary>Whether a call writes it.</summary>
    public bool IsWritten => IsGradient || Port.Role == PortRole.Output;

    /// <summary>Whether it has tokens.</summary>
    public bool IsOfTokens => Port.Shape.IsOfTokens;

    /// <summary>The C# type of an element.</summary>
    public string Element => Port.Element == ElementType.Int32 ? "int" : "float";

    /// <summary>The C# type.</summary>
    public string Type => $"global::System.{(IsWritten ? "Span" : "ReadOnlySpan")}<{Element}>";

    /// <summary>That of a buffer of the caller's.</summary>
    public static SampleSpan Of(Buffer buffer) => new(buffer.Port!, buffer.Kind == BufferKind.PortGradient);

    /// <summary>All of a network, in the order of its ports.</summary>
    public static IEnumerable<SampleSpan> Of(NetworkSpec network) => network.Ports.Select(port => new SampleSpan(port, IsGradient: false))
        .Concat(network.Ports.Where(port => port.Gradient).Select(port => new SampleSpan(port, IsGradient: true)));
}
