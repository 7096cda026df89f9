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
/// <param name="ZeroHead">How many channels before them become zero.</param>
internal sealed record ChannelCopy(
    int Positions, int SourceStride, int SourceChannel, int DestinationStride, int DestinationChannel, int Channels, int ZeroTail, bool Accumulate,
    int ZeroHead = 0) : Kernel
{
    public override IReadOnlyList<KernelParameter> Parameters => [new("source"), new("destination")];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"{NumberText.Counted(Channels, "channel")} {(Accumulate ? "added" : "copied")} at {NumberText.Counted(Positions, "position")}."))
        using (writer.Loop("position", Positions, out string position))
        {
            string from = Offset.Declare(writer, "from", "source", Offset.Of(Offset.Times(position, SourceStride), SourceChannel));
            // Where the zeros before them begin.
            string to = Offset.Declare(writer, "to", "destination", Offset.Of(Offset.Times(position, DestinationStride), DestinationChannel - ZeroHead));
            WriteZeros(0, ZeroHead);
            using (writer.Loop("channel", Channels, out string channel))
                writer.Line($"Place__.Add(ref {to}, {Offset.Of(channel, ZeroHead)}) {(Accumulate ? "+=" : "=")} Place__.Add(ref {from}, {channel});");
            WriteZeros(ZeroHead + Channels, ZeroTail);

            void WriteZeros(int first, int count)
            {
                if (count == 0)
                    return;
                using (writer.Loop("channel", first + count, out string zero, first: first))
                    writer.Line($"Place__.Add(ref {to}, {zero}) = 0;");
            }
        }
    }
}
