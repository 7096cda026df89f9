using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Activations;

/// <summary>∂x = y·(∂y − Σ ∂y·y) over the channels of each position of one sample.</summary>
internal sealed class SoftmaxGradient(string layer, Tensor output, Tensor outputGradient, Epilogue epilogue) : Operation
{
    public override string Name => layer + "Backward";

    public override Granularity Granularity => Granularity.Sample;

    public override IReadOnlyList<Operand> Operands { get; } =
        [new("y", output.Buffer), new("dy", outputGradient.Buffer), epilogue.Destination, .. epilogue.Extra];

    public override void WriteMethods(SourceWriter writer, Target target)
    {
        Layout layout = output.Layout;
        using (Method(writer, $"{layer}: ∂x = y·(∂y − Σ ∂y·y) over {NumberText.Counted(layout.Channels, "channel")}{epilogue.Phrase}.", Declaration))
        using (writer.Loop("position", layout.Positions, out string index))
        {
            string position = Offset.Times(index, layout.PositionStride);
            ChannelGroups.Declare(writer, target, "sum", "Float__.Zero");
            ChannelGroups.Write(writer, target, layout.Channels, (offset, part, mask) =>
            {
                string product = $"{target.Load("y", Offset.Sum(position, offset))} * {target.Load("dy", Offset.Sum(position, offset))}";
                writer.Line($"sum{part} += {ChannelGroups.Masked(target, mask, product, "Float__.Zero")};");
            });
            writer.Line($"Float__ sums = Lanes__.Fill({ChannelGroups.Reduce(target, "Sum", "sum")});");
            ChannelGroups.Write(writer, target, layout.Channels, (offset, _, mask) =>
            {
                string slope = $"{target.Load("y", Offset.Sum(position, offset))} * ({target.Load("dy", Offset.Sum(position, offset))} - sums)";
                writer.Line($"Float__ slope = {ChannelGroups.Masked(target, mask, slope, "Float__.Zero")};");
                epilogue.WriteStore(writer, target, "slope", Offset.Sum(position, offset));
            });
        }
    }
}
