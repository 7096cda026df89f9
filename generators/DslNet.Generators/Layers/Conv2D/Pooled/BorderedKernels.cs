using DslNet.Generators.Emission;
using DslNet.Generators.Graph;
using DslNet.Generators.Model;
using DslNet.Generators.Simd;
using Buffer = DslNet.Generators.Graph.Buffer;

namespace DslNet.Generators.Layers.Conv2D.Pooled;

/// <summary>A copy of the kernels, made once a call: filter by filter, the channels side by side, with a border of zeros.</summary>
internal sealed class BorderedKernels(
    string layer, Operand weights, Buffer kernels, KernelPatch patch, int filters, int kernelHeight, int kernelWidth, int channels) : Operation
{
    public override string Name => layer + "Borders";

    public override Granularity Granularity => Granularity.Step;

    public override IReadOnlyList<Operand> Operands { get; } = [weights, new("kernels", kernels)];

    /// <summary>Floats of the copy.</summary>
    public static int Length(KernelPatch patch, int filters, int channels) => filters * patch.BorderedLength * Layout.RoundUp(channels);

    public override void WriteMethods(SourceWriter writer, Target target)
    {
        using (Method(writer, $"{layer}: the kernels filter by filter, with a border of {patch.BorderHeight} rows and {patch.BorderWidth} columns of zeros.", $"internal static void {Name}({ParameterList})"))
            writer.Line($"global::DslNet.CompilerServices.KernelBorders.Copy(ref {weights.Name}, ref kernels, filters: {filters}, height: {kernelHeight}, width: {kernelWidth}, channels: {channels}, borderHeight: {patch.BorderHeight}, borderWidth: {patch.BorderWidth});");
    }
}
