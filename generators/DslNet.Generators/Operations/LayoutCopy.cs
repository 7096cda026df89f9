using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Operations;

/// <summary>
/// Copies one sample between two orders: the callers' (channel after channel), the one inside (position after position), and
/// that of a flattened image. Places of channels that do not exist become zero.
/// </summary>
internal sealed class LayoutCopy : Operation
{
    private readonly Buffer _source;
    private readonly Buffer _destination;
    private readonly Layout _from;
    private readonly Layout _to;
    private readonly bool _accumulate;
    private readonly int _zeroTail;

    private LayoutCopy(string name, Buffer source, Layout from, Buffer destination, Layout to, BufferKind? onlyWith = null, bool accumulate = false, int zeroTail = 0)
    {
        (Name, _source, _from, _destination, _to) = (name + "Copy", source, from, destination, to);
        (OnlyWith, _accumulate, _zeroTail) = (onlyWith, accumulate, zeroTail);
    }

    public override string Name { get; }

    public override Granularity Granularity => Granularity.Sample;

    public override BufferKind? OnlyWith { get; }

    public override IReadOnlyList<Operand> Operands => [new("source", _source), new("destination", _destination)];

    /// <summary>From the callers' order to the one inside.</summary>
    public static LayoutCopy Rearrange(string name, Tensor source, Tensor destination, BufferKind? onlyWith = null) =>
        new(name, source.Buffer, source.Layout, destination.Buffer, destination.Layout, onlyWith);

    /// <summary>From the order inside to the callers'.</summary>
    public static LayoutCopy ToCaller(string name, Tensor source, BufferKind caller, BufferKind? onlyWith)
    {
        Layout planar = Layout.Planar(source.Shape);
        return new(name, source.Buffer, source.Layout, new Buffer(caller, caller.ToString(), planar.SampleLength), planar, onlyWith);
    }

    /// <summary>An image as a vector.</summary>
    public static LayoutCopy Flatten(string name, Tensor image, Tensor vector)
    {
        Layout flat = Layout.Planar(image.Shape);
        return new(name, image.Buffer, image.Layout, vector.Buffer, flat, zeroTail: vector.Layout.SampleLength - flat.SampleLength);
    }

    /// <summary>The gradient of a flattened image as that of the image.</summary>
    public static LayoutCopy Unflatten(string name, Tensor vector, Tensor image, bool accumulate) =>
        new(name, vector.Buffer, Layout.Planar(image.Shape), image.Buffer, image.Layout, accumulate: accumulate);

    public override void WriteMethods(SourceWriter writer, Target target)
    {
        using (Method(writer, $"{_source.Name} to {_destination.Name}: one sample, {NumberText.Counted(_from.Channels, "channel")}, {NumberText.Counted(_from.Positions, "position")}.", Declaration, single: true))
        {
            using (writer.Loop("position", _from.Positions, out string position))
            {
                using (writer.Loop("channel", _from.Channels, out string channel))
                    writer.Line($"{At("destination", _to, position, channel)} {(_accumulate ? "+=" : "=")} {At("source", _from, position, channel)};");
                if (_to.IsInterleaved && _to.PositionStride > _to.Channels && !_accumulate)
                {
                    using (writer.Loop("channel", _to.PositionStride, out string padding, first: _to.Channels))
                        writer.Line($"{At("destination", _to, position, padding)} = 0;");
                }
            }

            if (_zeroTail > 0)
            {
                using (writer.Loop("place", _to.SampleLength + _zeroTail, out string place, first: _to.SampleLength))
                    writer.Line($"Place__.Add(ref destination, {place}) = 0;");
            }
        }
    }

    private static string At(string memory, Layout layout, string position, string channel) =>
        $"Place__.Add(ref {memory}, {Offset.Sum(Offset.Times(position, layout.PositionStride), Offset.Times(channel, layout.ChannelStride))})";
}
