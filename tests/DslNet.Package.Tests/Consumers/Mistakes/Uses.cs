using DslNet;

namespace Mistakes;

[Network, Input(4), Dense(2), SoftmaxCrossEntropy]
public sealed partial class Sound;

public static class Uses
{
    public static void Predict(Sound net)
    {
        ArgumentNullException.ThrowIfNull(net);
        float[] inputs = new float[5];
        float[] outputs = new float[2];
        net.Predict(inputs, outputs); // DSLN0200
    }
}
