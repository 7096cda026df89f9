using DslNet;

namespace Lecture;

/// <summary>One input, two hidden neurons, one output neuron.</summary>
[Network]
[Input(1), Dense(2), ReLU, Dense(1), ReLU]
internal sealed partial class Net121
{
    public static float Formula(float x) =>
        Math.Max(0, 0.5f * Math.Max(0, 1f * x + 0.5f)
                  + 2f * Math.Max(0, -1f * x + 1f)
                  - 0.25f);

    public static Net121 Declared()
    {
        var net = new Net121();
        net.Dense1.Weight.CopyFrom([1, -1]); // one row a neuron, one column an input
        net.Dense1.Bias.CopyFrom([0.5f, 1]);
        net.Dense2.Weight.CopyFrom([0.5f, 2]);
        net.Dense2.Bias.CopyFrom([-0.25f]);
        return net;
    }
}
