using DslNet.Generators.Model;

namespace DslNet.Generators.Lowering;

/// <summary>
/// Which values of a sequence are read at other frames than the current one, in one program: how many frames before a value's own are kept, and how many
/// behind are known of the gradient of one.
/// </summary>
internal sealed class FramePlan
{
    private readonly Dictionary<int, int> _before = [], _behind = [];

    /// <param name="network">The network.</param>
    /// <param name="sharesMemory">Whether a value has the memory of what its layer reads.</param>
    public static FramePlan Of(NetworkSpec network, Func<int, bool> sharesMemory)
    {
        FramePlan plan = new();
        for (int i = 0; i < network.Nodes.Count; i++)
        {
            NodeSpec node = network.Nodes[i];
            int read = node.Inputs[0], frames = node.Layer.FramesBefore(network.ShapeOf(read));
            if (node.Layer.OutputFramesBefore is > 0 and int own)
                plan._before[network.InputCount + i] = own;
            if (frames == 0)
                continue;
            while (sharesMemory(read))
                read = network.NodeOf(read)!.Inputs[0];
            plan._before[read] = Math.Max(frames, plan.Before(read));
            plan._behind[network.InputCount + i] = frames;
        }

        return plan;
    }

    /// <summary>How many frames before the current one of a value are read.</summary>
    public int Before(int value) => _before.TryGetValue(value, out int frames) ? frames : 0;

    /// <summary>How many frames behind the current one are read of a value's gradient.</summary>
    public int Behind(int value) => _behind.TryGetValue(value, out int frames) ? frames : 0;
}
