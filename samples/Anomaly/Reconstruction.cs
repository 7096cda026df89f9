using DslNet;

namespace UnseenClothing;

/// <summary>What an autoencoder makes of images.</summary>
internal static class Reconstruction
{
    /// <summary>Of each image the mean squared difference from what the network gives back.</summary>
    public static float[] Errors(Autoencoder net, Dataset images)
    {
        ReadOnlySpan<float> pixels = images.Inputs.Span;
        float[] outputs = new float[pixels.Length], errors = new float[images.Count];
        net.Predict(pixels, outputs);
        for (int i = 0; i < pixels.Length; i++)
        {
            float difference = outputs[i] - pixels[i];
            errors[i / images.FeatureLength] += difference * difference / images.FeatureLength;
        }

        return errors;
    }

    /// <summary>The images that are of a class, or are not, each as its own target.</summary>
    public static Dataset OfClass(Dataset images, int kind, bool isWanted)
    {
        int length = images.FeatureLength;
        int[] wanted = [.. Enumerable.Range(0, images.Count).Where(i => images.Labels.Span[i] == kind == isWanted)];
        float[] pixels = new float[wanted.Length * length];
        for (int i = 0; i < wanted.Length; i++)
            images.Input(wanted[i]).CopyTo(pixels.AsSpan(i * length));
        return Dataset.FromTargets(pixels, pixels, length, length);
    }
}
