using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Concat;

/// <summary>Copies a range of channels at every position of one sample, or adds it.</summary>
/// <param name="name">The kernel's name.</param>
/// <param name="source">From where.</param>
/// <param name="sourceChannel">The first channel there.</param>
/// <param name="destination">To where.</param>
/// <param name="destinationChannel">The first channel there.</param>
/// <param name="channels">How many.</param>
/// <param name="zeroTail">How many places behind them become zero: those of channels that do not exist.</param>
/// <param name="accumulate">Whether to add.</param>
internal sealed class ChannelCopy(
    string name, Tensor source, int sourceChannel, Tensor destination, int destinationChannel, int channels, int zeroTail, bool accumulate) : Operation
{
    public override string Name => name;

    public override Granularity Granularity => Granularity.Sample;

    public override IReadOnlyList<Operand> Operands { get; } = [new("source", source.Buffer), new("destination", destination.Buffer)];

    public override void WriteMethods(SourceWriter writer, Target target)
    {
        using (Method(writer, $"{NumberText.Counted(channels, "channel")} of {source.Buffer.Name} {(accumulate ? "added to" : "copied to")} {destination.Buffer.Name}.", Declaration))
        using (writer.Loop("position", source.Layout.Positions, out string position))
        {
            string from = Offset.Declare(writer, "from", "source", Offset.Of(Offset.Times(position, source.Layout.PositionStride), sourceChannel));
            string to = Offset.Declare(writer, "to", "destination", Offset.Of(Offset.Times(position, destination.Layout.PositionStride), destinationChannel));
            using (writer.Loop("channel", channels, out string channel))
                writer.Line($"Place__.Add(ref {to}, {channel}) {(accumulate ? "+=" : "=")} Place__.Add(ref {from}, {channel});");
            if (zeroTail > 0)
            {
                using (writer.Loop("channel", channels + zeroTail, out string padding, first: channels))
                    writer.Line($"Place__.Add(ref {to}, {padding}) = 0;");
            }
        }
    }
}
