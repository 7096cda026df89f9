namespace DslNet.Benchmarks.Naive;

/// <summary>The losses: the mean, and its gradient by the outputs.</summary>
internal static class NaiveLoss
{
    public static float MeanSquaredError(float[] outputs, float[] targets, float[] gradients)
    {
        // A long sum of small numbers would lose its last digits in a float.
        double sum = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            float difference = outputs[i] - targets[i];
            sum += difference * difference;
            gradients[i] = 2 * difference / outputs.Length;
        }

        return (float)(sum / outputs.Length);
    }

    public static float SoftmaxCrossEntropy(float[] outputs, int[] labels, float[] gradients)
    {
        int batch = labels.Length, classes = outputs.Length / batch;
        double loss = 0;
        for (int sample = 0; sample < batch; sample++)
        {
            int start = sample * classes;
            float max = float.NegativeInfinity, sum = 0;
            for (int i = 0; i < classes; i++)
                max = MathF.Max(max, outputs[start + i]);
            for (int i = 0; i < classes; i++)
                sum += MathF.Exp(outputs[start + i] - max);
            for (int i = 0; i < classes; i++)
                gradients[start + i] = (MathF.Exp(outputs[start + i] - max) / sum - (labels[sample] == i ? 1 : 0)) / batch;
            loss += MathF.Log(sum) + max - outputs[start + labels[sample]];
        }

        return (float)(loss / batch);
    }
}
