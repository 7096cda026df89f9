using DslNet.Generators.Emission;
using DslNet.Generators.Graph;
using DslNet.Generators.Simd;
using Buffer = DslNet.Generators.Graph.Buffer;

namespace DslNet.Generators.Layers.Conv2D.Pooled;

/// <summary>Adds what a sample group summed filter by filter to the gradient of the kernel, which lies in panels of filters.</summary>
internal sealed class GatherKernelSums(
    string layer, Buffer sums, KernelRuns runs, int filters, int kernelHeight, int kernelWidth, int channels, Operand weightGradient) : Operation
{
    public override string Name => layer + "WeightGradientGather";

    public override Granularity Granularity => Granularity.GroupEnd;

    public override IReadOnlyList<Operand> Operands { get; } = [new("sums", sums), weightGradient];

    public override void WriteMethods(SourceWriter writer, Target target)
    {
        using (Method(writer, $"{layer}: what was summed filter by filter, added to the gradient in panels of filters.", $"internal static void {Name}({ParameterList})"))
            writer.Line($"global::DslNet.CompilerServices.KernelSums.AddTo(ref {weightGradient.Name}, ref sums, filters: {filters}, height: {kernelHeight}, width: {kernelWidth}, channels: {channels}, filterStride: {runs.FilterLength}, rowStride: {runs.RowStride}, columnStride: {runs.ColumnStride}, channelStride: {runs.ChannelStride});");
    }
}
