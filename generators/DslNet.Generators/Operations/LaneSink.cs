using DslNet.Generators.Expressions;
using DslNet.Generators.Model;

namespace DslNet.Generators.Operations;

/// <summary>What becomes of a value with frames in lanes before it is stored, and where it goes.</summary>
/// <param name="Value">What is stored, of the value and of what is read besides, in this order.</param>
/// <param name="Destination">Where it goes.</param>
/// <param name="Row">From one channel of it to the next.</param>
/// <param name="Reads">What is read besides.</param>
/// <param name="ReadRows">From one channel of each to the next.</param>
/// <param name="Phrase">What it does, for the comment over the kernel: empty, or ", " and a phrase.</param>
internal sealed record LaneSink(Expr Value, KernelParameter Destination, int Row, EquatableArray<KernelParameter> Reads, EquatableArray<int> ReadRows, Comment Phrase)
{
    /// <summary>The kernel's parameters.</summary>
    public IEnumerable<KernelParameter> Parameters => [Destination, .. Reads];
}
