using DslNet.Generators.Model;

namespace DslNet.Generators.Lowering;

/// <summary>Which values need a gradient: those from which one leads to a parameter, or to an input whose gradient is wanted.</summary>
internal sealed class GradientFlow
{
    private readonly bool[] _needed;

    private GradientFlow(bool[] needed) => _needed = needed;

    /// <summary>In the order of the values, so that each one's inputs are known before it.</summary>
    public static GradientFlow Of(NetworkSpec network)
    {
        bool[] needed = new bool[network.Inputs.Count + network.Nodes.Count];
        for (int input = 0; input < network.Inputs.Count; input++)
            needed[input] = network.Inputs[input].Gradient;
        for (int i = 0; i < network.Nodes.Count; i++)
        {
            NodeSpec node = network.Nodes[i];
            needed[network.Inputs.Count + i] = network.ParametersOf(node) > 0 || node.Inputs.Any(input => needed[input]);
        }

        return new(needed);
    }

    public bool Needs(int value) => _needed[value];
}
