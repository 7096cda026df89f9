using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Dense;

/// <summary>
/// A copy of a layer's weights with inputs and outputs exchanged, made once per call, for the gradient of the layer's input.
/// </summary>
internal static class WeightTranspose
{
    /// <summary>The operation that makes the copy.</summary>
    public static Operation Of(string layer, Operand weights, Operand transposed, int outputs, int taps, int positions, int channels, int positionStride) =>
        LibraryCall.Of(
            layer + "Transpose", When.Entering(Level.Call), "PanelTranspose.Copy", [weights, transposed],
            ("outputs", outputs), ("taps", taps), ("positions", positions), ("channels", channels), ("positionStride", positionStride));

    /// <summary>Floats of the copy.</summary>
    public static int Length(int outputs, int taps, int positions, int positionStride) => positions * positionStride * taps * outputs;
}
