using DslNet;

namespace Lecture;

/// <summary>Two inputs, two hidden neurons, one output neuron.</summary>
[Network]
[Input(2), Dense(2), ReLU, Dense(1), ReLU]
internal sealed partial class Net221
{
    public static float Formula(float x1, float x2) =>
        Math.Max(0, 1f * Math.Max(0, 0.5f * x1 - 1f * x2 + 0.25f)
                  - 0.5f * Math.Max(0, 2f * x1 + 1f * x2 - 1f)
                  + 2f);

    public static Net221 Declared()
    {
        var net = new Net221();
        net.Dense1.Weight.CopyFrom([0.5f, -1, 2, 1]);
        net.Dense1.Bias.CopyFrom([0.25f, -1]);
        net.Dense2.Weight.CopyFrom([1, -0.5f]);
        net.Dense2.Bias.CopyFrom([2]);
        return net;
    }
}
