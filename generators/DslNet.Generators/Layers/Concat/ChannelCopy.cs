using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Concat;

/// <summary>Copies a range of channels at every position of one sample, or adds it.</summary>
/// <param name="Positions">Positions.</param>
/// <param name="SourceStride">From one of them to the next in the source.</param>
/// <param name="SourceChannel">The first channel there.</param>
/// <param name="DestinationStride">From one position to the next in the destination.</param>
/// <param name="DestinationChannel">The first channel there.</param>
/// <param name="Channels">How many.</param>
/// <param name="ZeroTail">How many channels behind them become zero: those that do not exist.</param>
/// <param name="Accumulate">Whether to add.</param>
internal sealed record ChannelCopy(
    int Positions, int SourceStride, int SourceChannel, int DestinationStride, int DestinationChannel, int Channels, int ZeroTail, bool Accumulate) : Kernel
{
    public override IReadOnlyList<KernelParameter> Parameters => [new("source"), new("destination")];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"{NumberText.Counted(Channels, "channel")} {(Accumulate ? "added" : "copied")} at {NumberText.Counted(Positions, "position")}."))
        using (writer.Loop("position", Positions, out string position))
        {
            string from = Offset.Declare(writer, "from", "source", Offset.Of(Offset.Times(position, SourceStride), SourceChannel));
            string to = Offset.Declare(writer, "to", "destination", Offset.Of(Offset.Times(position, DestinationStride), DestinationChannel));
            using (writer.Loop("channel", Channels, out string channel))
                writer.Line($"Place__.Add(ref {to}, {channel}) {(Accumulate ? "+=" : "=")} Place__.Add(ref {from}, {channel});");
            if (ZeroTail > 0)
            {
                using (writer.Loop("channel", Channels + ZeroTail, out string padding, first: Channels))
                    writer.Line($"Place__.Add(ref {to}, {padding}) = 0;");
            }
        }
    }
}
