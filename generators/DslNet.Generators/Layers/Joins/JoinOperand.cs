using DslNet.Generators.Expressions;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Joins;

/// <summary>A value that an elementwise join works on.</summary>
/// <param name="Operand">Its memory.</param>
/// <param name="IsPerChannel">Whether it is a vector of channels, which every position reads.</param>
internal readonly record struct JoinOperand(Operand Operand, bool IsPerChannel)
{
    /// <param name="name">The kernel's parameter.</param>
    /// <param name="value">The value.</param>
    /// <param name="output">What the join computes.</param>
    public static JoinOperand Of(string name, Tensor value, Tensor output) =>
        new(new(name, value.Buffer), value.Shape.SpatialRank == 0 && output.Shape.SpatialRank > 0);

    /// <summary>An operation on every value of some tensors: in one run where all are stored alike, else with the vectors read at every position.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="summary">For its comment, what it computes.</param>
    /// <param name="shape">A tensor of the layout of those that are no vectors.</param>
    /// <param name="inputs">What the value is computed from.</param>
    /// <param name="value">The value, of these inputs.</param>
    /// <param name="sink">What becomes of it.</param>
    /// <param name="isSum">Whether the values of each channel are summed over its positions.</param>
    public static Operation Operation(
        string name, string summary, Tensor shape, IReadOnlyList<JoinOperand> inputs, Expr value, Sink sink, bool isSum = false) =>
        isSum || inputs.Any(input => input.IsPerChannel)
            ? ChannelArithmetic.Operation(name, summary, shape, inputs, value, sink, isSum)
            : ElementwiseKernel.Of(name, summary, shape, [.. inputs.Select(input => input.Operand)], value, sink);
}
