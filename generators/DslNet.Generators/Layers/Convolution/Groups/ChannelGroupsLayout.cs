using DslNet.CompilerServices;
using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Convolution.Groups;

/// <summary>
/// How the channels of an image are stored for kernels that write each group by itself: where groups fill panels, as they are anyway; else each group
/// begins with a panel of its own, in memory beside the image's.
/// </summary>
/// <param name="Shape">The image's shape.</param>
/// <param name="Groups">Groups.</param>
internal readonly record struct ChannelGroupsLayout(Shape Shape, int Groups)
{
    /// <summary>Channels of a group.</summary>
    public int Size => Shape.Channels / Groups;

    /// <summary>From one group to the next.</summary>
    public int Step => PanelWidth.RoundUp(Size);

    /// <summary>From one position to the next.</summary>
    public int PositionStride => Groups * Step;

    /// <summary>Floats of the image.</summary>
    public int Length => Shape.Positions * PositionStride;

    /// <summary>How it is stored.</summary>
    public ImageStrides Strides => new(Shape.RowLength * PositionStride, PositionStride, 1);

    /// <summary>Whether an image that is stored channels-last is stored so.</summary>
    public bool IsUsual => PositionStride == Shape.Channels && PanelWidth.RoundUp(Shape.Channels) == Shape.Channels;

    /// <summary>What copies an image that is stored channels-last to this.</summary>
    public GroupCopy Scatter(Layout from) => new(Shape.Positions, Groups, Size, (from.PositionStride, Size), (PositionStride, Step), Accumulate: false);

    /// <summary>What copies the values of channels, one each, to where vectors over the channels of a group find them, once per call.</summary>
    public Operation ScatterValues(string name, Operand values, Buffer scattered) => LibraryCall.Of(
        name, When.Entering(Level.Call), "ChannelGroups.Scatter", [values, new("scattered", scattered)], ("groups", Groups), ("size", Size));

    /// <summary>What copies it back.</summary>
    public GroupCopy Gather(Layout to, bool accumulate) =>
        new(Shape.Positions, Groups, Size, (PositionStride, Step), (to.PositionStride, Size), accumulate);
}
