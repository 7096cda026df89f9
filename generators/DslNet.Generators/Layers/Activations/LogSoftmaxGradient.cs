using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Activations;

/// <summary>∂x = ∂y − eʸ·Σ ∂y over the channels of each position of one sample.</summary>
/// <param name="Layout">How all are stored.</param>
/// <param name="Epilogue">What becomes of ∂x.</param>
internal sealed record LogSoftmaxGradient(Layout Layout, Epilogue Epilogue) : Kernel
{
    public override IReadOnlyList<KernelParameter> Parameters =>
        [new("y"), new("dy"), Epilogue.Destination, .. Epilogue.Extra];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"∂x = ∂y − eʸ·Σ ∂y over {NumberText.Counted(Layout.Channels, "channel")}{Epilogue.Phrase}."))
        using (writer.Loop("position", Layout.Positions, out string index))
        {
            string position = Offset.Times(index, Layout.PositionStride);
            ChannelGroups.Declare(writer, target, "sum", "Float__.Zero");
            ChannelGroups.Write(writer, target, Layout.Channels, (offset, part, mask) =>
                writer.Line($"sum{part} += {ChannelGroups.Masked(target, mask, target.Load("dy", Offset.Sum(position, offset)), "Float__.Zero")};"));
            writer.Line($"Float__ sums = Lanes__.Fill({ChannelGroups.Reduce(target, "Sum", "sum")});");
            ChannelGroups.Write(writer, target, Layout.Channels, (offset, _, mask) =>
            {
                string slope = $"{target.Load("dy", Offset.Sum(position, offset))} - Math__.ExpNonPositive({target.Load("y", Offset.Sum(position, offset))}) * sums";
                writer.Line($"Float__ slope = {ChannelGroups.Masked(target, mask, slope, "Float__.Zero")};");
                Epilogue.WriteStore(writer, target, "slope", Offset.Sum(position, offset));
            });
        }
    }
}
