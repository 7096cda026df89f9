using DslNet.CompilerServices;
using DslNet.Numerics;

namespace DslNet.Populations;

/// <summary>
/// Learns without a gradient: in each generation the members are the network with random steps away from it, and the network moves towards those that did better.
/// </summary>
/// <remarks>
/// <para>
/// T. Salimans, J. Ho, X. Chen, S. Sidor and I. Sutskever, "Evolution Strategies as a Scalable Alternative to Reinforcement Learning" (2017): members come in pairs, θ + σε and θ − σε with
/// standard normal ε; losses become ranks from −½ to ½ (u); the gradient 1/(nσ)·Σ(u⁺ − u⁻)·ε of n members is what the optimiser is given.
/// </para>
/// <para>
/// ε is a function of seed, generation, pair and parameter, and the sums over pairs have one order, so that the number of threads changes no bit. Frozen layers have no noise.
/// </para>
/// </remarks>
/// <typeparam name="TNetwork">The network's class.</typeparam>
/// <example>
/// <code>
/// EvolutionStrategy&lt;Policy&gt; strategy = new(new Policy(seed: 1), members: 64);
/// for (int generation = 0; generation &lt; 100; generation++)
///     Console.WriteLine(strategy.Step(Balance)); // Balance gives each member of a block a loss
/// </code>
/// </example>
public sealed class EvolutionStrategy<TNetwork> where TNetwork : IPopulationNetwork<TNetwork>
{
    private readonly (int First, int Count)[] _learned;
    private readonly float[] _noise;
    private readonly float[] _ranks;
    private readonly float[] _losses;
    private bool _isSampled;

    /// <summary>Creates a population around a network.</summary>
    /// <param name="network">The network that learns.</param>
    /// <param name="members">Members of a generation: an even number, best a multiple of 16.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is odd or less than two.</exception>
    public EvolutionStrategy(TNetwork network, int members)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfLessThan(members, 2);
        if (members % 2 != 0)
            throw new ArgumentOutOfRangeException(nameof(members), members, $"Members come in pairs, but {members} is odd. Pass {members + 1}.");
        Network = network;
        Population = new(members);
        _learned = [.. LearnedRuns.Of(network)];
        _noise = new float[checked(members / 2 * Learned)];
        _ranks = new float[members];
        _losses = new float[members];
    }

    /// <summary>The network that learns: the centre of the population.</summary>
    public TNetwork Network { get; }

    /// <summary>The members of the present generation.</summary>
    public Population<TNetwork> Population { get; }

    /// <summary>The standard deviation of the members' steps, σ.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public float NoiseDeviation
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = 0.1f;

    /// <summary>What moves the network.</summary>
    public Optimizer Optimizer { get; init; } = new Adam(0.02f);

    /// <summary>Where the noise comes from.</summary>
    public int Seed { get; init; }

    /// <summary>The generation that comes next, from 0. To go on with a network that was saved, set what it had come to.</summary>
    public long Generation { get; set; }

    /// <summary>The most threads that share the work. Their number changes no bit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public int Threads
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = NetworkThreads.Count;

    private int Learned => _learned.Sum(run => run.Count);

    /// <summary>A whole generation: samples the members, has them evaluated, and updates the network.</summary>
    /// <param name="evaluate">Finds the losses of a block's members. Several threads call it at once, each with a block of its own.</param>
    /// <returns>What the generation came to.</returns>
    public EvolutionStep Step(BlockEvaluation<TNetwork> evaluate)
    {
        ArgumentNullException.ThrowIfNull(evaluate);
        Sample();
        ForEach(Population.BlockCount, block => evaluate(Population, block, _losses.AsSpan(block * Population<TNetwork>.BlockSize, Population.MembersOf(block))));
        return Update(_losses);
    }

    /// <summary>Gives the members of the next generation their parameters: of pair p, member 2p the network's plus the noise, member 2p + 1 minus it.</summary>
    /// <exception cref="ArgumentException">The optimiser's steps before were another network's.</exception>
    /// <exception cref="InvalidOperationException">The optimiser's settings contradict each other.</exception>
    public void Sample()
    {
        // Settings that contradict each other, or another network's optimiser, are refused before members are evaluated.
        Optimizer.Prepare(Network);
        float[] centre = Network.Parameters.ToArray();
        int learned = Learned;
        float deviation = NoiseDeviation;
        ForEach(Population.Count / 2, pair =>
        {
            Span<float> noise = _noise.AsSpan(pair * learned, learned);
            Draw(noise, CounterRandom.Key(Seed, Generation, 0, pair));
            float[] parameters = new float[centre.Length];
            for (int side = 0; side < 2; side++)
            {
                centre.CopyTo(parameters, 0);
                float step = side == 0 ? deviation : -deviation;
                int at = 0;
                foreach ((int first, int count) in _learned)
                {
                    for (int i = first; i < first + count; i++)
                        parameters[i] = MathF.FusedMultiplyAdd(step, noise[at++], parameters[i]);
                }

                Population[2 * pair + side].CopyFrom(parameters);
            }
        });
        _isSampled = true;
    }

    /// <summary>Moves the network by the losses of the members that <see cref="Sample"/> made.</summary>
    /// <param name="losses">Of each member; the less, the better. A member whose loss is NaN is ranked last.</param>
    /// <returns>What the generation came to.</returns>
    /// <exception cref="ArgumentException">There are more or fewer losses than members.</exception>
    /// <exception cref="InvalidOperationException">The members were not sampled since the last update.</exception>
    public EvolutionStep Update(ReadOnlySpan<float> losses)
    {
        if (losses.Length != Population.Count)
            throw new ArgumentException($"There are {Counted.Text(losses.Length, "loss", "losses")}, but {Counted.Text(Population.Count, "member")}. Pass one for each.", nameof(losses));
        if (!_isSampled)
            throw new InvalidOperationException("The members are those of an earlier generation. Call Sample before they are evaluated.");
        EvolutionStep step = Describe(losses);
        CentredRanks.Compute(losses, _ranks);
        AddNoise();
        Optimizer.Step(Network.Parameters, Network.Gradients);
        _isSampled = false;
        Generation++;
        return step;
    }

    /// <summary>Standard normal values from a key.</summary>
    private static void Draw(Span<float> noise, ulong key)
    {
        for (int i = 0; i < noise.Length; i++)
            noise[i] = (float)InverseNormal.Of(CounterRandom.OpenUniform(CounterRandom.Draw64(key, (ulong)i)));
    }

    /// <summary>The gradient: for each parameter a sum over the pairs in their order.</summary>
    private void AddNoise()
    {
        const int chunk = 1024;
        int learned = Learned, pairs = Population.Count / 2;
        float[] gradient = new float[learned];
        double scale = 1 / ((double)Population.Count * NoiseDeviation);
        ForEach((learned + chunk - 1) / chunk, part =>
        {
            int first = part * chunk, count = Math.Min(chunk, learned - first);
            Span<double> sums = stackalloc double[count];
            sums.Clear();
            for (int pair = 0; pair < pairs; pair++)
            {
                double weight = _ranks[2 * pair] - _ranks[2 * pair + 1];
                ReadOnlySpan<float> noise = _noise.AsSpan(pair * learned + first, count);
                for (int i = 0; i < count; i++)
                    sums[i] += weight * noise[i];
            }

            for (int i = 0; i < count; i++)
                gradient[first + i] = (float)(sums[i] * scale);
        });
        Span<float> gradients = Network.Gradients;
        gradients.Clear();
        int at = 0;
        foreach ((int first, int count) in _learned)
        {
            gradient.AsSpan(at, count).CopyTo(gradients[first..]);
            at += count;
        }
    }

    private EvolutionStep Describe(ReadOnlySpan<float> losses)
    {
        List<int> invalid = [];
        int best = -1;
        double sum = 0;
        for (int i = 0; i < losses.Length; i++)
        {
            if (float.IsNaN(losses[i]))
            {
                invalid.Add(i);
                continue;
            }

            sum += losses[i];
            if (best < 0 || losses[i] < losses[best])
                best = i;
        }

        return new(Generation, best < 0 ? float.NaN : losses[best], best, (float)(sum / (losses.Length - invalid.Count)), invalid);
    }

    private void ForEach(int count, Action<int> work)
    {
        if (Threads == 1 || count == 1)
        {
            for (int i = 0; i < count; i++)
                work(i);
            return;
        }

        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = Threads }, work);
    }
}
