using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Activations;

/// <summary>y = x − max − ln Σ e^(x − max) over the channels of each position of one sample: no logarithm of a probability that became zero.</summary>
/// <param name="Layout">How both are stored.</param>
internal sealed record LogSoftmaxKernel(Layout Layout) : Kernel
{
    public override IReadOnlyList<KernelParameter> Parameters => [new("x"), new("y")];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"y = x − ln Σ eˣ over {NumberText.Counted(Layout.Channels, "channel")}."))
        using (writer.Loop("position", Layout.Positions, out string index))
        {
            string position = Offset.Times(index, Layout.PositionStride);
            SoftmaxRow.WriteSum(writer, target, Layout.Channels, "x", position);
            writer.Line("Float__ logarithm = Math__.Log(Lanes__.Fill(sum));");
            ChannelGroups.Write(writer, target, Layout.Channels, (offset, _, mask) =>
            {
                string difference = $"{target.Load("x", Offset.Sum(position, offset))} - maxima - logarithm";
                writer.Line(target.Store(ChannelGroups.Masked(target, mask, difference, "Float__.Zero"), "y", Offset.Sum(position, offset)));
            });
        }
    }
}
