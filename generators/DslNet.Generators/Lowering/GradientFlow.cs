using DslNet.Generators.Model;

namespace DslNet.Generators.Lowering;

/// <summary>
/// Which values need a gradient: those that a loss depends on, and from which a gradient leads to a parameter, or to an input whose gradient is wanted.
/// </summary>
internal sealed class GradientFlow
{
    private readonly bool[] _needed;

    private GradientFlow(bool[] needed) => _needed = needed;

    /// <summary>In the order of the values, so that each one's inputs are known before it, and then back, so that its readers are.</summary>
    public static GradientFlow Of(NetworkSpec network)
    {
        bool[] leads = new bool[network.ValueCount], matters = new bool[network.ValueCount];
        for (int value = 0; value < leads.Length; value++)
        {
            leads[value] = network.NodeOf(value) is { } node
                ? network.ParametersOf(node) > 0 && !node.IsFrozen || node.Inputs.Any(input => leads[input])
                : network.Ports[value].Gradient;
        }

        foreach (LossSpec loss in network.Losses)
            matters[loss.Value] = true;
        for (int value = leads.Length - 1; value >= network.InputCount; value--)
        {
            foreach (int input in network.NodeOf(value)!.Inputs)
                matters[input] |= matters[value];
        }

        return new([.. leads.Zip(matters, (one, other) => one && other)]);
    }

    public bool Needs(int value) => _needed[value];
}
