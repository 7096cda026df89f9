using DslNet;

namespace Lecture;

/// <summary>Two inputs, two layers of three hidden neurons, one output neuron: this is where "deep" begins.</summary>
[Network]
[Input(2), Dense(3), ReLU, Dense(3), ReLU, Dense(1), ReLU]
internal sealed partial class Net2331
{
    /// <summary>Written as one formula, the first layer would appear three times: hence the names in between.</summary>
    public static float Formula(float x1, float x2)
    {
        float a1 = Math.Max(0, 0.5f * x1 - 1f * x2 + 0.25f);
        float a2 = Math.Max(0, 2f * x1 + 1f * x2 - 1f);
        float a3 = Math.Max(0, -1f * x1 + 0.5f * x2 + 1.5f);

        float b1 = Math.Max(0, 1f * a1 - 0.5f * a2 + 0.5f * a3 + 0.5f);
        float b2 = Math.Max(0, -1f * a1 + 0.25f * a2 + 2f * a3 - 1f);
        float b3 = Math.Max(0, 0.5f * a1 + 1f * a2 - 1f * a3 + 0.25f);

        return Math.Max(0, 2f * b1 - 0.5f * b2 + 1f * b3 + 0.75f);
    }

    public static Net2331 Declared()
    {
        var net = new Net2331();
        net.Dense1.Weight.CopyFrom([0.5f, -1, 2, 1, -1, 0.5f]);
        net.Dense1.Bias.CopyFrom([0.25f, -1, 1.5f]);
        net.Dense2.Weight.CopyFrom([1, -0.5f, 0.5f, -1, 0.25f, 2, 0.5f, 1, -1]);
        net.Dense2.Bias.CopyFrom([0.5f, -1, 0.25f]);
        net.Dense3.Weight.CopyFrom([2, -0.5f, 1]);
        net.Dense3.Bias.CopyFrom([0.75f]);
        return net;
    }
}
