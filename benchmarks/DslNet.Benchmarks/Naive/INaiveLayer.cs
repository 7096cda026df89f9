namespace DslNet.Benchmarks.Naive;

/// <summary>A layer as one writes it without thinking of speed: loops over arrays.</summary>
internal interface INaiveLayer
{
    /// <summary>The shape of the output for one sample.</summary>
    int[] OutputShape { get; }

    /// <summary>What is learned.</summary>
    IEnumerable<NaiveParameter> Parameters { get; }

    /// <summary>Computes the outputs of a batch; the array is the layer's own.</summary>
    float[] Forward(float[] inputs);

    /// <summary>Computes the gradients of the parameters, and by the inputs of the last <see cref="Forward"/>.</summary>
    float[] Backward(float[] outputGradients);
}
