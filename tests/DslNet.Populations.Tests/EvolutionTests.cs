namespace DslNet.Populations.Tests;

public class EvolutionTests
{
    [Fact]
    public void The_mean_of_a_parabola_is_found()
    {
        EvolutionStrategy<Point> strategy = new(new Point(seed: 1), members: 32) { Seed = 2, Optimizer = new Adam(0.05f) };
        float first = strategy.Step(Distances).MeanLoss;
        EvolutionStep last = strategy.Step(Distances);
        for (int i = 0; i < 300; i++)
            last = strategy.Step(Distances);
        Assert.True(first > 1, $"{first}");
        Assert.True(last.MeanLoss < 0.2f, $"{last}");
        Assert.Equal(301, last.Generation);
    }

    [Fact]
    public void Optimisers_that_tell_parameters_apart_are_for_networks_of_members_too()
    {
        EvolutionStrategy<Point> strategy = new(new Point(seed: 1), members: 8) { Optimizer = new AdamW(0.01f) { Decays = Decays.Weights, WeightDecay = 0.1f } };
        strategy.Step(Distances);
        Assert.NotEqual(new Point(seed: 1).Parameters.ToArray(), strategy.Network.Parameters.ToArray());
    }

    [Fact]
    public void An_optimiser_of_another_network_is_refused_before_members_are_evaluated()
    {
        Adam taken = new(0.05f);
        taken.Prepare(new Odd(seed: 1));
        EvolutionStrategy<Point> strategy = new(new Point(seed: 1), members: 8) { Optimizer = taken };
        Assert.Throws<ArgumentException>(strategy.Sample);
    }

    [Fact]
    public void The_number_of_threads_changes_no_bit()
    {
        float[][] results = [.. new[] { 1, 2, 5 }.Select(threads =>
        {
            EvolutionStrategy<Odd> strategy = new(new Odd(seed: 1), members: 50) { Seed = 7, Threads = threads };
            for (int i = 0; i < 3; i++)
                strategy.Step(OfOutputs);
            return strategy.Network.Parameters.ToArray();
        })];
        Assert.Equal(results[0], results[1]);
        Assert.Equal(results[0], results[2]);
        Assert.NotEqual(results[0], new Odd(seed: 1).Parameters.ToArray());
    }

    [Fact]
    public void Pairs_are_mirrored_and_padding_and_frozen_layers_stay()
    {
        EvolutionStrategy<Odd> strategy = new(new Odd(seed: 1), members: 4) { NoiseDeviation = 0.25f };
        strategy.Sample();
        float[] centre = strategy.Network.Parameters.ToArray();
        float[] plus = strategy.Population[2].ToNetwork().Parameters.ToArray(), minus = strategy.Population[3].ToNetwork().Parameters.ToArray();
        int moved = 0;
        for (int i = 0; i < centre.Length; i++)
        {
            Assert.Equal(2 * centre[i], plus[i] + minus[i], 1e-5f);
            moved += plus[i] != centre[i] ? 1 : 0;
        }

        Assert.Equal(9 * 19 + 19, moved);
        strategy.Update([3, 1, 4, 1]);
        float[] after = strategy.Network.Parameters.ToArray();
        Assert.Equal(9 * 19 + 19, after.Zip(centre).Count(pair => pair.First != pair.Second));
    }

    [Fact]
    public void The_gradient_is_that_of_the_paper()
    {
        EvolutionStrategy<Point> strategy = new(new Point(seed: 1), members: 4) { NoiseDeviation = 0.5f, Optimizer = new SGD(1) };
        strategy.Sample();
        float[] centre = strategy.Network.Parameters.ToArray();
        float[][] members = [.. Enumerable.Range(0, 4).Select(i => strategy.Population[i].ToNetwork().Parameters.ToArray())];
        strategy.Update([10, 30, 20, 5]);

        // 5 < 10 < 20 < 30.
        float[] ranks = [-1 / 6f, 0.5f, 1 / 6f, -0.5f];
        for (int i = 0; i < centre.Length; i++)
        {
            double gradient = Enumerable.Range(0, 4).Sum(member => ranks[member] * (members[member][i] - centre[i]) / 0.5) / (4 * 0.5);
            Assert.Equal(gradient, centre[i] - strategy.Network.Parameters[i], 1e-5);
        }
    }

    [Fact]
    public void A_loss_that_is_NaN_is_ranked_last_and_reported()
    {
        float[] ranks = new float[5];
        CentredRanks.Compute([1, float.NaN, float.PositiveInfinity, float.NaN, -1], ranks);
        Assert.Equal([-0.25f, 0.375f, 0, 0.375f, -0.5f], ranks);
        EvolutionStrategy<Point> strategy = new(new Point(seed: 1), members: 4);
        strategy.Sample();
        EvolutionStep step = strategy.Update([float.NaN, 2, 1, float.NaN]);
        Assert.Equal([0, 3], step.InvalidMembers);
        Assert.Equal((2, 1f, 1.5f), (step.BestMember, step.BestLoss, step.MeanLoss));
        Assert.Equal("Generation 0: best 1 (member 2), mean 1.5; the loss of 2 members is NaN, the first of them 0", step.ToString());
        Assert.DoesNotContain(strategy.Network.Parameters.ToArray(), float.IsNaN);
        strategy.Sample();
        step = strategy.Update([float.NaN, float.NaN, float.NaN, float.NaN]);
        Assert.Equal((-1, 4), (step.BestMember, step.InvalidMembers.Count));
        Assert.DoesNotContain(strategy.Network.Parameters.ToArray(), float.IsNaN);
    }

    [Fact]
    public void Equal_losses_teach_nothing()
    {
        EvolutionStrategy<Point> strategy = new(new Point(seed: 1), members: 6) { Optimizer = new SGD(1) };
        float[] before = strategy.Network.Parameters.ToArray();
        strategy.Sample();
        strategy.Update([2, 2, 2, 2, 2, 2]);
        Assert.Equal(before, strategy.Network.Parameters.ToArray());
    }

    [Fact]
    public void Mistakes_are_told()
    {
        Assert.Contains("3 is odd. Pass 4.", Assert.Throws<ArgumentOutOfRangeException>(() => new EvolutionStrategy<Point>(new Point(seed: 1), 3)).Message, StringComparison.Ordinal);
        EvolutionStrategy<Point> strategy = new(new Point(seed: 1), 4);
        Assert.Throws<InvalidOperationException>(() => strategy.Update([1, 2, 3, 4]));
        strategy.Sample();
        Assert.Throws<ArgumentException>(() => strategy.Update([1, 2]));
    }

    [Fact]
    public void A_target_network_follows()
    {
        Policy target = new(seed: 1), network = new(seed: 2);
        float[] before = target.Parameters.ToArray();
        target.SoftUpdate(network, 0.25f);
        for (int i = 0; i < before.Length; i++)
            Assert.Equal(0.75 * before[i] + 0.25 * network.Parameters[i], target.Parameters[i], 1e-6);
        target.SoftUpdate(network, 1);
        Assert.Equal(network.Parameters.ToArray(), target.Parameters.ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => target.SoftUpdate(network, float.NaN));
        Assert.Throws<ArgumentException>(() => target.SoftUpdate(new Odd(seed: 1), 0.5f));
    }

    /// <summary>How far a member's outputs are from 1, 2 and so on.</summary>
    private static void Distances(Population<Point> population, int block, Span<float> losses)
    {
        float[] outputs = new float[losses.Length * Point.OutputLength];
        population.PredictBlock(block, [1], outputs);
        for (int member = 0; member < losses.Length; member++)
        {
            losses[member] = 0;
            for (int i = 0; i < Point.OutputLength; i++)
                losses[member] += MathF.Pow(outputs[member * Point.OutputLength + i] - 0.1f * i - 1, 2);
        }
    }

    private static void OfOutputs(Population<Odd> population, int block, Span<float> losses)
    {
        float[] outputs = new float[losses.Length * Odd.OutputLength];
        population.PredictBlock(block, PopulationTests.Values(Odd.InputLength), outputs);
        for (int member = 0; member < losses.Length; member++)
            losses[member] = outputs[member * Odd.OutputLength];
    }
}
