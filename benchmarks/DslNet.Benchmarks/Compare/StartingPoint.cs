namespace DslNet.Benchmarks.Compare;

/// <summary>The parameters that all peers start from.</summary>
internal static class StartingPoint
{
    /// <summary>Writes them to a file.</summary>
    public static void Save(INetwork network, string path)
    {
        // As PyTorch draws them, biases too: with zeros in their places nobody would notice that one is missing.
        var random = new Random(3);
        int fanIn = 1;
        foreach (ParameterDescription parameter in network.Description.Parameters)
        {
            if (parameter.Shape.Rank > 1)
                fanIn = parameter.FanIn;
            float bound = 1 / MathF.Sqrt(fanIn);
            float[] values = new float[parameter.Shape.Length];
            for (int i = 0; i < values.Length; i++)
                values[i] = bound * (2 * random.NextSingle() - 1);
            new ParameterTensor(network, parameter).CopyFrom(values);
        }

        network.Save(path);
    }
}
