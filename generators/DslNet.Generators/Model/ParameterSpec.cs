using DslNet.CompilerServices;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Model;

/// <summary>A tensor that a layer learns.</summary>
/// <param name="Role">Its name within the layer, as in PyTorch: weight, bias.</param>
/// <param name="Shape">PyTorch's shape.</param>
/// <param name="Channels">Channels within a position, for the panel layout.</param>
/// <param name="Positions">Positions, for the panel layout: the kernel's, or those of a flattened image; 1 otherwise.</param>
/// <param name="Initializer">How it starts, a member of the library's Initializer; Default is resolved by what follows the layer.</param>
/// <param name="InitialValue">The value under Constant, the standard deviation under Normal.</param>
internal sealed record ParameterSpec(
    string Role, EquatableArray<int> Shape, int Channels, int Positions, Initializer Initializer, float InitialValue)
{
    /// <summary>One value an output, which starts as a constant.</summary>
    public static ParameterSpec Bias(int outputs, float value) => new("bias", new EquatableArray<int>([outputs]), 1, 1, Initializer.Constant, value);

    public int Outputs => Shape[0] * Split;

    /// <summary>Groups of outputs, each with panels of its own; see the library's PanelLayout.</summary>
    public int Groups { get; init; } = 1;

    /// <summary>Outputs that each row of the first axis has; see the library's PanelLayout.</summary>
    public int Split { get; init; } = 1;

    /// <summary>Parts of the outputs, each filled up by itself; see the library's PanelLayout.</summary>
    public int Gates { get; init; } = 1;

    /// <summary>Whether the elements of each output are stored one after another, and outputs behind each other; see the library's PanelLayout.</summary>
    public bool IsByOutput { get; init; }

    /// <summary>The output whose elements start at zero, whatever the initializer; -1 if there is none.</summary>
    public int ZeroOutput { get; init; } = -1;

    /// <summary>Parameters learned.</summary>
    public long Count => Shape.Aggregate(1L, (count, axis) => Limits.Multiply(count, axis));

    /// <summary>Outputs rounded up to whole panels of 16, the last of 8 where that is enough and there are few.</summary>
    public int PaddedOutputs => Groups * Gates * PanelWidth.RoundUp(Outputs / (Groups * Gates));

    /// <summary>Floats occupied, zeros included.</summary>
    public int StorageLength => IsByOutput ? Outputs * PanelWidth.RoundUp(Channels * Positions) : PaddedOutputs * Channels * Positions;
}
