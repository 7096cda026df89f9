using DslNet.Generators.Model;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Operations;

/// <summary>
/// Copies one sample between two layouts: the callers' (channels-first), the one inside (channels-last), and that of a flattened image. Padding
/// channels become zero.
/// </summary>
/// <param name="Orders">For its comment, from which order to which.</param>
/// <param name="Positions">Positions.</param>
/// <param name="Channels">Channels.</param>
/// <param name="Source">How far apart they are in the source.</param>
/// <param name="Destination">How far apart they are in the destination.</param>
/// <param name="PaddedChannels">Channels of the destination, with those that become zero.</param>
/// <param name="Zeros">Where in the destination more zeros begin, and end.</param>
/// <param name="Accumulate">Whether to add to what is there.</param>
internal sealed record LayoutCopy(
    Comment Orders, int Positions, int Channels, (int Position, int Channel) Source, (int Position, int Channel) Destination, int PaddedChannels,
    (int First, int End) Zeros, bool Accumulate) : Kernel
{
    public override IReadOnlyList<KernelParameter> Parameters => [new("source"), new("destination")];

    public static LayoutCopy Of(Layout from, Layout to, bool accumulate = false, int zeroTail = 0) => new(
        $"from {OrderOf(from)} to {OrderOf(to)}", from.Positions, from.Channels, Strides(from), Strides(to),
        to.IsChannelsLast && !accumulate ? to.PositionStride : from.Channels, zeroTail == 0 ? default : (to.SampleLength, to.SampleLength + zeroTail), accumulate);

    /// <summary>From the callers' order to the one inside.</summary>
    public static Operation Reorder(string name, Tensor source, Tensor destination, Buffer? onlyWith = null) =>
        Of(source.Layout, destination.Layout).On(name, source.Buffer, destination.Buffer, onlyWith);

    /// <summary>From the order inside to the callers'.</summary>
    /// <param name="source">What is copied.</param>
    /// <param name="caller">The caller's memory.</param>
    /// <param name="isOptional">Whether the caller may not want it.</param>
    public static Operation ToCaller(Tensor source, Buffer caller, bool isOptional) =>
        Of(source.Layout, Layout.ChannelsFirst(source.Shape)).On(caller.Name, source.Buffer, caller, isOptional ? caller : null);

    /// <summary>Adds a value to another that is stored in the same order.</summary>
    public static Operation AddTo(string name, Tensor source, Tensor destination) =>
        Of(source.Layout, destination.Layout, accumulate: true).On(name, source.Buffer, destination.Buffer);

    /// <summary>An image as a vector.</summary>
    public static Operation Flatten(string name, Tensor image, Tensor vector)
    {
        Layout flat = Layout.ChannelsFirst(image.Shape);
        return Of(image.Layout, flat, zeroTail: vector.Layout.SampleLength - flat.SampleLength).On(name, image.Buffer, vector.Buffer);
    }

    /// <summary>The gradient of a flattened image as that of the image.</summary>
    public static Operation Unflatten(string name, Tensor vector, Tensor image, bool accumulate) =>
        Of(Layout.ChannelsFirst(image.Shape), image.Layout, accumulate).On(name, vector.Buffer, image.Buffer);

    /// <summary>The gradient of a vector that another shape was made of.</summary>
    public static Operation Restore(string name, Tensor flat, Tensor vector, bool accumulate) =>
        Of(Layout.ChannelsLast(vector.Shape), vector.Layout, accumulate).On(name, flat.Buffer, vector.Buffer);

    private Operation On(string name, Buffer source, Buffer destination, Buffer? onlyWith = null) =>
        new(NetworkSpec.Capitalized(name) + "Copy", this, [new("source", source), new("destination", destination)]) { OnlyWith = onlyWith };

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"One sample {Orders}{(Accumulate ? ", added" : "")}: {NumberText.Counted(Channels, "channel")}, {NumberText.Counted(Positions, "position")}.", single: true))
        {
            using (writer.Loop("position", Positions, out string position))
            {
                using (writer.Loop("channel", Channels, out string channel))
                    writer.Line($"{At("destination", Destination, position, channel)} {(Accumulate ? "+=" : "=")} {At("source", Source, position, channel)};");
                if (PaddedChannels > Channels)
                {
                    using (writer.Loop("channel", PaddedChannels, out string padding, first: Channels))
                        writer.Line($"{At("destination", Destination, position, padding)} = 0;");
                }
            }

            if (Zeros.End > Zeros.First)
            {
                using (writer.Loop("place", Zeros.End, out string place, first: Zeros.First))
                    writer.Line($"Place__.Add(ref destination, {place}) = 0;");
            }
        }
    }

    private static (int Position, int Channel) Strides(Layout layout) => (layout.PositionStep, layout.ChannelStride);

    private static string OrderOf(Layout layout) => layout.IsChannelsLast ? "padded channels-last" : layout.Positions == 1 ? "unpadded" : "channels-first";

    private static string At(string memory, (int Position, int Channel) strides, string position, string channel) =>
        $"Place__.Add(ref {memory}, {Offset.Sum(Offset.Times(position, strides.Position), Offset.Times(channel, strides.Channel))})";
}
