using DslNet.CompilerServices;
using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Lowering;
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

    /// <summary>The same of an image that may be too large to be stored.</summary>
    public static long LengthOf(Shape shape, int groups) => groups == 1 ? 0 : Limits.Multiply(shape.Positions, Limits.Multiply(groups, PanelWidth.RoundUp(shape.Channels / groups)));

    /// <summary>How it is stored.</summary>
    public ImageStrides Strides => new(Shape.RowLength * PositionStride, PositionStride, 1);

    /// <summary>Whether an image that is stored channels-last is stored so.</summary>
    public bool IsUsual => PositionStride == Shape.Channels && PanelWidth.RoundUp(Shape.Channels) == Shape.Channels;

    /// <summary>What copies an image that is stored channels-last to this.</summary>
    public GroupCopy Scatter(Layout from) => new(Shape.Positions, Groups, Size, (from.PositionStride, Size), (PositionStride, Step), Accumulate: false);

    /// <summary>What is read of each channel, where vectors over the channels of a group find it: where it is, or in a copy that is made once per call.</summary>
    /// <param name="context">The layer.</param>
    /// <param name="values">One value for each channel.</param>
    public Operand Spread(ForwardContext context, Operand values)
    {
        if (IsUsual)
            return values;
        string name = values.Parameter.Name, part = "Group" + char.ToUpperInvariant(name[0]) + name.Substring(1);
        Operand spread = new(name, Buffer.OfCall(ParameterTable.FileName(context.Name) + part, PositionStride));
        context.Add(Role.Prepare, LibraryCall.Of(
            context.Name + part, When.Entering(Level.Call), "ChannelGroups.Scatter", [values, new("destination", spread.Buffer)], ("groups", Groups), ("size", Size)));
        return spread;
    }

    /// <summary>The same of all that a sink reads of each channel.</summary>
    public Sink Spread(ForwardContext context, Sink sink)
    {
        ChannelGroupsLayout groups = this;
        return sink with { PerChannel = sink.PerChannel.Select(values => groups.Spread(context, values)).ToEquatableArray() };
    }

    /// <summary>What copies it back.</summary>
    public GroupCopy Gather(Layout to, bool accumulate) =>
        new(Shape.Positions, Groups, Size, (PositionStride, Step), (to.PositionStride, Size), accumulate);
}
