namespace DslNet.Generators.Model;

/// <summary>Where data enters or leaves a network: a piece of the caller's memory.</summary>
/// <param name="Name">The name by which layers and callers refer to it.</param>
/// <param name="Role">What it is for.</param>
/// <param name="Value">The value that an input is, that an output hands on, or that a loss compares with a target or a label.</param>
/// <param name="Shape">The shape of one sample.</param>
/// <param name="Element">The type of its elements.</param>
/// <param name="Gradient">Whether the gradient of the loss with respect to it is wanted.</param>
internal sealed record PortSpec(string Name, PortRole Role, int Value, Shape Shape, ElementType Element = ElementType.Float32, bool Gradient = false)
{
    /// <summary>The name of the only input.</summary>
    public const string InputName = "Input";

    /// <summary>The same where it is one of tokens.</summary>
    public const string TokensName = "Tokens";

    /// <summary>The name of the only output.</summary>
    public const string OutputName = "Output";

    /// <summary>What a loss is compared with: targets, and labels where it takes them; and how much each sample counts.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="shape">The shape of the value that it is computed from.</param>
    /// <param name="prefix">What its ports' names begin with; empty where it is the only one.</param>
    public static IEnumerable<PortSpec> Of(LossSpec loss, Shape shape, string prefix = "")
    {
        yield return new(prefix + nameof(PortRole.Target), PortRole.Target, loss.Value, shape);
        if (loss.TakesLabels)
            yield return new(prefix + nameof(PortRole.Label), PortRole.Label, loss.Value, Shape.Vector(1), ElementType.Int32);
        yield return new(prefix + nameof(PortRole.Weight), PortRole.Weight, loss.Value, Shape.Vector(1));
    }
}
