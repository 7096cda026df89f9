using DslNet.Generators.Model;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Lowering;

/// <summary>
/// Whether a network over time predicts blocks with the frames in the lanes of vectors. Few channels fill a part of a vector, but the frames of a block fill several. Then values are
/// stored channel after channel, and what is kept of them in a state too.
/// </summary>
internal sealed class LanePlan
{
    /// <summary>From the frames of one channel to those of the next, of values that no later frame reads.</summary>
    public const int BlockRow = Summation.MostBlockSamples;

    /// <summary>More channels fill vectors by themselves.</summary>
    public const int MostChannels = 16;

    /// <summary>So many products are summed in several parts where a single frame is computed, and so everywhere.</summary>
    public const int FewestOfSeveralSums = 32;

    // Tiles of frames that are not whole end behind a row's last frame.
    private const int Tail = 64;

    // Rows whose distance is a multiple of a page would evict each other from L1.
    private const int Line = 16;

    private readonly int _room;

    private LanePlan(int room) => _room = room;

    /// <summary>The plan; null where frames stay in memory one after another.</summary>
    public static LanePlan? Of(NetworkAnalysis analysis, FramePlan frames)
    {
        NetworkSpec network = analysis.Network;
        if (!network.IsSequence || network.Inputs[0].Shape.SpatialRank > 0 || !network.Nodes.Any((node => node.Layer.FramesBefore(network.ShapeOf(node.Inputs[0])) > 0)))
            return null;
        long kept = 0, frame = 0;
        for (int value = 0; value < network.ValueCount; value++)
        {
            if (network.NodeOf(value) is { } node && !Works(analysis, node, value))
                return null;
            if (frames.Before(value) == 0)
                continue;
            kept += (long)frames.Before(value) * network.ShapeOf(value).Length;
            frame += network.ShapeOf(value).Length;
        }

        return new(FrameRoom.Of(kept, frame));
    }

    /// <summary>From the frames of one channel to those of the next, of a value that later frames read.</summary>
    public int RowOf(int framesBefore)
    {
        int lines = (framesBefore + _room + Tail + Line - 1) / Line;
        return (lines | 1) * Line;
    }

    private static bool Works(NetworkAnalysis analysis, NodeSpec node, int value) =>
        analysis.Fusions.IsFused(value) || node.Layer.OnlyInTraining
        || (node.Layer is IWorksOnLanes layer && node.Output.SpatialRank == 0 && !analysis.Layouts.IsView(value) && analysis.Fusions.ScaleOf(value) is null
            && layer.WorksOnLanes([.. node.Inputs.Select(analysis.Network.ShapeOf)]));
}
