using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Activations;

/// <summary>y = eˣ / Σ eˣ over the channels of each position of one sample.</summary>
internal sealed class SoftmaxKernel(string layer, Tensor input, Tensor output) : Operation
{
    public override string Name => layer + "Forward";

    public override Granularity Granularity => Granularity.Sample;

    public override IReadOnlyList<Operand> Operands { get; } = [new("x", input.Buffer), new("y", output.Buffer)];

    public override void WriteMethods(SourceWriter writer, Target target)
    {
        Layout layout = output.Layout;
        using (Method(writer, $"{layer}: y = eˣ / Σ eˣ over {NumberText.Counted(layout.Channels, "channel")}.", Declaration))
        using (writer.Loop("position", layout.Positions, out string index))
        {
            string position = Offset.Times(index, layout.PositionStride);
            SoftmaxRow.WriteExponentials(writer, target, layout.Channels, "x", "y", position);
            writer.Line("Float__ sums = Lanes__.Fill(sum);");
            ChannelGroups.Write(writer, target, layout.Channels, (offset, _, _) =>
                writer.Line(target.Store($"{target.Load("y", Offset.Sum(position, offset))} / sums", "y", Offset.Sum(position, offset))));
        }
    }
}
