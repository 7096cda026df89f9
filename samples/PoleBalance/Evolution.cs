using DslNet;
using DslNet.Populations;

namespace PoleBalance;

/// <summary>Evolution: members of a population balance poles of their own, sixteen at a time.</summary>
public static class Evolution
{
    /// <summary>Members of a generation.</summary>
    public const int Members = 64;

    /// <summary>Learns until the mean member balances the pole to the end.</summary>
    /// <param name="seed">Of everything.</param>
    /// <param name="generations">The most generations.</param>
    /// <param name="tell">Is told each generation.</param>
    public static Policy Learn(int seed, int generations, Action<EvolutionStep>? tell = null)
    {
        EvolutionStrategy<Policy> strategy = new(new Policy(seed), Members) { Seed = seed, NoiseDeviation = 0.2f, Optimizer = new Adam(0.1f) };
        for (int generation = 0; generation < generations; generation++)
        {
            // All members of a generation begin alike, so that chance favours none.
            int start = unchecked(seed * 7919 + generation);
            EvolutionStep step = strategy.Step((population, block, losses) => Balance(population, block, losses, start));
            tell?.Invoke(step);
            if (step.MeanLoss <= -0.95f * Cart.MostSteps)
                break;
        }

        return strategy.Network;
    }

    private static void Balance(Population<Policy> population, int block, Span<float> losses, int start)
    {
        int members = losses.Length;
        Cart[] carts = new Cart[members];
        for (int member = 0; member < members; member++)
            carts[member] = Cart.Start(new Random(start));
        Span<float> states = stackalloc float[members * Cart.StateLength], outputs = stackalloc float[members * Cart.Actions];
        for (int running = members; running > 0;)
        {
            for (int member = 0; member < members; member++)
                carts[member].Observe(states[(member * Cart.StateLength)..]);
            population.PredictBlock(block, states, outputs);
            running = 0;
            for (int member = 0; member < members; member++)
            {
                if (carts[member].IsOver)
                    continue;
                carts[member].Push(outputs[2 * member + 1] > outputs[2 * member] ? 1 : 0);
                running++;
            }
        }

        for (int member = 0; member < members; member++)
            losses[member] = -carts[member].Steps;
    }
}
