namespace DslNet.Populations;

/// <summary>Where in a network's parameters those are that are learned: neither the zeros between, nor what is frozen.</summary>
internal static class LearnedRuns
{
    /// <summary>The runs, in ascending order.</summary>
    public static IEnumerable<(int First, int Count)> Of(INetwork network)
    {
        bool[] isLearned = new bool[network.Parameters.Length];
        foreach (LayerDescription layer in network.Description.Layers)
        {
            foreach (ParameterDescription parameter in layer.Parameters)
            {
                for (int i = 0; i < parameter.Shape.Length && !layer.IsFrozen; i++)
                    isLearned[parameter.Offset + parameter.Layout.IndexOf(i / parameter.FanIn, i % parameter.FanIn)] = true;
            }
        }

        for (int first = 0; first < isLearned.Length;)
        {
            int end = first;
            while (end < isLearned.Length && isLearned[end])
                end++;
            if (end > first)
                yield return (first, end - first);
            first = Math.Max(end, first + 1);
        }
    }
}
