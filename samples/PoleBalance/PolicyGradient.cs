using DslNet;

namespace PoleBalance;

/// <summary>
/// Learns from whole episodes: actions become more probable where more than usual followed. R. J. Williams, "Simple statistical gradient-following algorithms for connectionist reinforcement
/// learning" (1992), with the mean of the batch for a baseline.
/// </summary>
public static class PolicyGradient
{
    private const int EpisodesOfBatch = 16;

    private const float Discount = 0.99f;

    /// <summary>Learns until the mean episode of a batch lasts almost to the end.</summary>
    /// <param name="seed">Of everything.</param>
    /// <param name="batches">The most batches of episodes.</param>
    /// <param name="tell">Is told how many steps the mean episode of each batch had.</param>
    public static Policy Learn(int seed, int batches, Action<int, double>? tell = null)
    {
        Policy policy = new(seed);
        Adam optimizer = new(0.02f);
        Random random = new(seed);
        for (int batch = 0; batch < batches; batch++)
        {
            List<float> states = [], slopes = [], returns = [];
            List<int> actions = [];
            for (int episode = 0; episode < EpisodesOfBatch; episode++)
                Play(policy, random, states, actions, returns, slopes);
            double steps = actions.Count / (double)EpisodesOfBatch;
            tell?.Invoke(batch, steps);
            if (steps >= 0.95 * Cart.MostSteps)
                break;

            // The derivative of −log p(action) with respect to the outputs, times how much more than usual followed.
            float mean = returns.Average(), deviation = MathF.Sqrt(returns.Average(value => (value - mean) * (value - mean))) + 1e-6f;
            for (int i = 0; i < slopes.Count; i++)
                slopes[i] *= (returns[i / Cart.Actions] - mean) / deviation;
            optimizer.Step(policy, [.. states], [.. slopes]);
        }

        return policy;
    }

    private static void Play(Policy policy, Random random, List<float> states, List<int> actions, List<float> returns, List<float> slopes)
    {
        float[] state = new float[Cart.StateLength], outputs = new float[Cart.Actions];
        Cart cart = Cart.Start(random);
        int first = actions.Count;
        while (!cart.IsOver)
        {
            cart.Observe(state);
            policy.Predict(state, outputs);
            float right = 1 / (1 + MathF.Exp(outputs[0] - outputs[1]));
            int action = random.NextSingle() < right ? 1 : 0;
            states.AddRange(state);
            actions.Add(action);
            slopes.AddRange([1 - right - (1 - action), right - action]);
            cart.Push(action);
        }

        returns.AddRange(new float[actions.Count - first]);
        float sum = 0;
        for (int i = actions.Count - 1; i >= first; i--)
            returns[i] = sum = 1 + Discount * sum;
    }
}
