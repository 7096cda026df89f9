using DslNet;

namespace Lecture;

/// <summary>Two inputs, three hidden neurons, one output neuron.</summary>
[Network]
[Input(2), Dense(3), ReLU, Dense(1), ReLU]
internal sealed partial class Net231
{
    public static float Formula(float x1, float x2) =>
        Math.Max(0, 1f * Math.Max(0, 0.5f * x1 - 1f * x2 + 0.25f)
                  - 0.5f * Math.Max(0, 2f * x1 + 1f * x2 - 1f)
                  + 0.75f * Math.Max(0, -1f * x1 + 0.5f * x2 + 1.5f)
                  + 2f);

    public static Net231 Declared()
    {
        var net = new Net231();
        net.Dense1.Weight.CopyFrom([0.5f, -1, 2, 1, -1, 0.5f]);
        net.Dense1.Bias.CopyFrom([0.25f, -1, 1.5f]);
        net.Dense2.Weight.CopyFrom([1, -0.5f, 0.75f]);
        net.Dense2.Bias.CopyFrom([2]);
        return net;
    }
}
