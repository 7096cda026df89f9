using DslNet.Generators.Emission;
using DslNet.Generators.Graph;
using DslNet.Generators.Simd;

namespace DslNet.Generators.Layers.Dense;

/// <summary>
/// A copy of a layer's weights with inputs and outputs exchanged, made once a call, for the gradient of the layer's input.
/// </summary>
internal sealed class WeightTranspose(
    string layer, Operand weights, Operand transposed, int outputs, int taps, int positions, int channels, int positionStride) : Operation
{
    public override string Name => layer + "Transpose";

    public override Granularity Granularity => Granularity.Step;

    public override IReadOnlyList<Operand> Operands { get; } = [weights, transposed];

    public override void WriteMethods(SourceWriter writer, Target target)
    {
        using (Method(writer, $"{layer}: the weights with inputs and outputs exchanged.", $"internal static void {Name}({ParameterList})"))
            writer.Line($"global::DslNet.CompilerServices.PanelTranspose.Copy(ref {weights.Name}, ref {transposed.Name}, outputs: {outputs}, taps: {taps}, positions: {positions}, channels: {channels}, positionStride: {positionStride});");
    }

    /// <summary>Floats of the copy.</summary>
    public static int Length(int outputs, int taps, int positions, int positionStride) => positions * positionStride * taps * outputs;
}
