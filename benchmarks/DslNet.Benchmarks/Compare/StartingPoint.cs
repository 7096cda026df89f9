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
            bool scales = parameter.Shape.Rank == 1 && parameter.Role == "weight";
            (float middle, float deviation) = scales ? (1, 0.5f) : (0, 1 / MathF.Sqrt(fanIn));
            float[] values = Around(middle, deviation, parameter.Shape.Length, random);
            new ParameterTensor(network, parameter).CopyFrom(values);
        }

        // Running statistics as of a network that has learned, so that predictions show whether they are used.
        foreach (StateDescription state in network.Description.States)
            Around(state.InitialValue, 0.25f, state.Shape.Length, random).CopyTo(network.States[state.Offset..]);
        network.Save(path);
    }

    private static float[] Around(float middle, float deviation, int count, Random random)
    {
        float[] values = new float[count];
        for (int i = 0; i < values.Length; i++)
            values[i] = middle + deviation * (2 * random.NextSingle() - 1);
        return values;
    }
}
