using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Convolution.Depthwise;

/// <summary>
/// An image in which each channel is as often as it has filters, channels-last: what depthwise kernels read. With one filter for each it is the image
/// itself.
/// </summary>
/// <param name="Image">The image.</param>
/// <param name="Times">Filters of each channel.</param>
internal readonly record struct RepeatedImage(Tensor Image, int Times)
{
    public Shape Shape => Image.Shape.WithChannels(Image.Shape.Channels * Times);

    public Layout Layout => IsImage ? Image.Layout : Layout.ChannelsLast(Shape);

    public ImageStrides Strides => ImageStrides.Of(Shape, Layout);

    /// <summary>Whether nothing is repeated.</summary>
    public bool IsImage => Times == 1;

    /// <summary>The image itself, or memory of its own.</summary>
    /// <param name="kept">Memory of the layer that both directions find by its name.</param>
    public Buffer Memory(Func<string, int, Buffer> kept) => IsImage ? Image.Buffer : kept("Repeated", Layout.SampleLength);

    /// <summary>What repeats the channels of the image.</summary>
    public Operation Copy(string layer, Buffer repeated) => Call(
        layer + "Repeat", "Copy", Image.Buffer, repeated, ("sourceStride", Image.Layout.PositionStride), ("destinationStride", Layout.PositionStride));

    /// <summary>What adds the gradients of a channel's copies, and stores them as the channel's or adds them to it.</summary>
    public Operation Sum(string layer, Buffer repeated, Buffer gradient, bool accumulate) => Call(
        layer + "RepeatBackward", "Sum", repeated, gradient,
        ("copyStride", Layout.PositionStride), ("destinationStride", Image.Layout.PositionStride), ("accumulate", accumulate ? 1 : 0));

    private Operation Call(string name, string method, Buffer from, Buffer to, params (string, int)[] strides) => LibraryCall.Of(
        name, When.In(Level.Sample), "ChannelRepeat." + method, [new("source", from), new("destination", to)],
        [("positions", Image.Shape.Positions), ("channels", Image.Shape.Channels), ("times", Times), .. strides]);
}
