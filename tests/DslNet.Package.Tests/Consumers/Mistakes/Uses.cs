using DslNet;

namespace Mistakes;

[Network, Input(4), Dense(2), SoftmaxCrossEntropy]
public sealed partial class Sound;

[Network, Input(4), Dense(2)]
public sealed partial class WithoutLoss;

public static class Uses
{
    public static void Predict(Sound net)
    {
        ArgumentNullException.ThrowIfNull(net);
        float[] inputs = new float[5];
        float[] outputs = new float[2];
        net.Predict(inputs, outputs); // DSLN0200
    }

    public static void Train(Sound net, WithoutLoss other)
    {
        ArgumentNullException.ThrowIfNull(net);
        float[] inputs = new float[8];
        net.ComputeGradients(inputs, new[] { 0, 1, 1 }); // DSLN0201
        other.Fit(Dataset.FromLabels(inputs, new[] { 0, 1 }, 4), new FitOptions { Optimizer = new Adam(1e-3f) }); // DSLN0202
    }
}
