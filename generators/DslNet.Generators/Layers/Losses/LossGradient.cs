using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Losses;

/// <summary>What the gradient adds to a loss's kernel. Without one, the kernel has another name, fewer parameters, and stores nothing.</summary>
/// <param name="memory">Where the gradient goes; null where nobody reads it.</param>
internal sealed class LossGradient(Tensor? memory)
{
    /// <summary>Whether somebody reads it.</summary>
    public bool IsWanted => memory is not null;

    /// <summary>The kernel's operand for it.</summary>
    public IEnumerable<Operand> Operands => memory is null ? [] : [new("gradient", memory.Buffer)];

    /// <summary>What it is multiplied by.</summary>
    public IReadOnlyList<ScalarArgument> Scalars => memory is null ? [] : [ScalarArgument.GradientScale];

    /// <summary>The kernel's name.</summary>
    public string NameOf(string loss) => memory is null ? loss : loss + "AndGradient";

    /// <summary>For the kernel's comment: empty, or a phrase about the gradient.</summary>
    public string Phrase(string phrase) => memory is null ? "" : phrase;
}
