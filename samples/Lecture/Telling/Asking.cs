using DslNet;

namespace Lecture;

/// <summary>Predictions with less ceremony than <see cref="INetwork.Predict"/>, for where speed is of no consequence.</summary>
internal static class Asking
{
    /// <summary>All numbers that a network answers for one sample.</summary>
    public static float[] Answers(this INetwork network, params ReadOnlySpan<float> inputs)
    {
        float[] outputs = new float[network.Description.OutputLength];
        network.Predict(inputs, outputs);
        return outputs;
    }

    /// <summary>The only number that a network answers for one sample.</summary>
    public static float Answer(this INetwork network, params ReadOnlySpan<float> inputs) => network.Answers(inputs).Single();
}
