using DslNet.CompilerServices;
using DslNet.Numerics;
using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>
/// Outside of training nothing. libtorch draws other random numbers: in training it is given the mask, which is drawn here for each value
/// as it is stored, and does the arithmetic and the derivative.
/// </summary>
internal sealed class Dropout : TorchLayer
{
    public override Tensor Forward(LayerCall call)
    {
        double probability = call.Arguments.Double("Probability");
        return call.Dropping is null ? call.Input.alias() : call.Input * Mask(call, (float)probability) / (1 - probability);
    }

    private static Tensor Mask(LayerCall call, float probability)
    {
        long[] shape = call.Input.shape;
        int channels = (int)shape[1], positions = (int)shape.Skip(2).Aggregate(1L, (product, axis) => product * axis), stored = PanelWidth.RoundUp(channels);
        double[] mask = new double[shape[0] * channels * positions];
        for (int sample = 0; sample < shape[0]; sample++)
        {
            ulong key = CounterRandom.Key(call.Dropping!.Seed, call.Dropping.Step, call.Index, sample);
            for (int channel = 0; channel < channels; channel++)
            {
                for (int position = 0; position < positions; position++)
                {
                    float uniform = CounterRandom.Uniform(CounterRandom.Draw(key, (uint)(position * stored + channel)));
                    mask[(sample * channels + channel) * positions + position] = uniform >= probability ? 1 : 0;
                }
            }
        }

        return tensor(mask, shape, dtype: call.Input.dtype);
    }
}
