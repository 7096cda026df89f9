using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Activations;

/// <summary>y = eˣ / Σ eˣ over the channels of each position of one sample.</summary>
/// <param name="Layout">How both are stored.</param>
internal sealed record SoftmaxKernel(Layout Layout) : Kernel
{
    public override IReadOnlyList<KernelParameter> Parameters => [new("x"), new("y")];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"y = eˣ / Σ eˣ over {NumberText.Counted(Layout.Channels, "channel")}."))
        using (writer.Loop("position", Layout.Positions, out string index))
        {
            string position = Offset.Times(index, Layout.PositionStride);
            SoftmaxRow.WriteExponentials(writer, target, Layout.Channels, "x", "y", position);
            writer.Line("Float__ sums = Lanes__.Fill(sum);");
            ChannelGroups.Write(writer, target, Layout.Channels, (offset, _, _) =>
                writer.Line(target.Store($"{target.Load("y", Offset.Sum(position, offset))} / sums", "y", Offset.Sum(position, offset))));
        }
    }
}
