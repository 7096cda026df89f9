namespace DslNet.Search.Tests;

public class SamplerTests
{
    private const int Trials = 60, Seeds = 50;

    public static TheoryData<string> Functions => ["Branin", "Hartmann 6"];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Tpe_beats_random_search(string function)
    {
        int better = Enumerable.Range(0, Seeds).Count(seed => Best(function, new TpeSampler(seed)) < Best(function, new RandomSampler(seed)));
        Assert.True(better >= 40, $"better in {better} of {Seeds}");
    }

    [Fact]
    public void Values_are_in_their_ranges_and_ends_come_as_often()
    {
        SearchSpace space = new();
        RealSetting real = space.Real("real", 1e-4, 1e-1, logarithmic: true);
        IntegerSetting integer = space.Integer("integer", 1, 4), logarithmic = space.Integer("logarithmic", 1, 1000, logarithmic: true);
        ChoiceSetting<string> choice = space.Choice("choice", "a", "b", "c");
        RandomSampler sampler = new(1);
        IReadOnlyDictionary<string, string>[] drawn = [.. Enumerable.Range(0, 4000).Select(number => sampler.Sample(space, [], number))];
        double[] reals = [.. drawn.Select(values => Math.Exp(real.PointOf(values["real"])))];
        Assert.InRange(reals.Min(), 1e-4, 1.1e-4);
        Assert.InRange(reals.Max(), 0.9e-1, 1.0000001e-1);
        Assert.InRange(reals.Count(value => value < 1e-3), 1200, 1470);
        Assert.All(drawn.GroupBy(values => values["integer"]), group => Assert.InRange(group.Count(), 880, 1120));
        Assert.Equal(4, drawn.Select(values => values["integer"]).Distinct().Count());
        Assert.InRange(drawn.Count(values => int.Parse(values["logarithmic"], null) <= 31), 1850, 2400);
        Assert.All(drawn.GroupBy(values => values["choice"]), group => Assert.InRange(group.Count(), 1200, 1470));
        Assert.Equal(3, choice.Names.Count);
        Assert.Equal(4, integer.Most);
        Assert.True(logarithmic.IsLogarithmic);
    }

    [Fact]
    public void Weights_of_old_trials_are_less()
    {
        double[] weights = TrialWeights.Of(40);
        Assert.Equal(1, weights.Sum(), 1e-12);
        Assert.Equal(weights[15], weights[40], 1e-12);
        Assert.Equal(1.0 / 40, weights[0] / weights[39], 1e-12);
        Assert.All(TrialWeights.Of(5), weight => Assert.Equal(1.0 / 6, weight, 1e-12));
    }

    [Fact]
    public void Densities_have_a_mass_of_one_and_draws_follow_them()
    {
        ParzenDensity density = new([0.1, 0.15, 0.9], 0, 1);
        const int parts = 20_000;
        double mass = Enumerable.Range(0, parts).Sum(i => Math.Exp(density.Log((i + 0.5) / parts))) / parts;
        Assert.Equal(1, mass, 1e-4);
        double left = Enumerable.Range(0, parts / 2).Sum(i => Math.Exp(density.Log((i + 0.5) / parts))) / parts;
        SampleStream random = new(1, 2, 3);
        Assert.Equal(left, Enumerable.Range(0, 20_000).Count(_ => density.Draw(random) < 0.5) / 20_000.0, 0.02);
        ChoiceDensity choices = new([0, 0, 2], 3);
        Assert.Equal(1, Enumerable.Range(0, 3).Sum(choice => Math.Exp(choices.Log(choice))), 1e-12);
        Assert.True(choices.Log(0) > choices.Log(2) && choices.Log(2) > choices.Log(1));
    }

    [Fact]
    public void Tpe_learns_which_choice_is_good()
    {
        SearchSpace space = new();
        ChoiceSetting<Func<double, double>> function = space.Choice<Func<double, double>>("function", ("bad", x => 2 + x), ("good", x => x), ("worse", x => 4 + x));
        IntegerSetting x = space.Integer("x", 0, 100);
        using TestFolder folder = new();
        using Search search = new(space, folder.Journal) { Trials = 50, Sampler = new TpeSampler(1) };
        SearchResult result = search.Run(trial => trial.Get(function)(trial[x] / 100.0));
        Assert.Equal("good", result.Best!.Values["function"]);
        Assert.True(result.Trials.Skip(10).Count(trial => trial.Values["function"] == "good") > 25);
    }

    [Fact]
    public void Settings_that_make_no_sense_are_refused()
    {
        SearchSpace space = new();
        space.Real("a", 0, 1);
        Assert.Throws<ArgumentException>(() => space.Real("a", 0, 1));
        Assert.Throws<ArgumentException>(() => space.Real("b", 1, 1));
        Assert.Throws<ArgumentException>(() => space.Real("b", 0, 1, logarithmic: true));
        Assert.Throws<ArgumentException>(() => space.Integer("b", 2, 1));
        Assert.Throws<ArgumentException>(() => space.Choice("b", "x", "x"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SuccessiveHalving(1, 1));
        Assert.Throws<ArgumentException>(() => new Search(new SearchSpace(), "nothing.journal"));
    }

    private static double Best(string function, ISampler sampler)
    {
        SearchSpace space = new();
        RealSetting[] axes = function == "Branin" ? [space.Real("x", -5, 10), space.Real("y", 0, 15)] : [.. Enumerable.Range(0, 6).Select(i => space.Real($"x{i}", 0, 1))];
        List<TrialRecord> trials = [];
        for (int number = 0; number < Trials; number++)
        {
            IReadOnlyDictionary<string, string> values = sampler.Sample(space, trials, number);
            double[] point = [.. axes.Select(axis => axis.PointOf(values[axis.Name]))];
            trials.Add(new(number, values, TrialState.Finished, function == "Branin" ? Branin(point) : Hartmann(point), [], null));
        }

        return trials.Min(trial => trial.Loss);
    }

    private static double Branin(double[] x)
    {
        double bend = x[1] - 5.1 / (4 * Math.PI * Math.PI) * x[0] * x[0] + 5 / Math.PI * x[0] - 6;
        return bend * bend + 10 * (1 - 1 / (8 * Math.PI)) * Math.Cos(x[0]) + 10;
    }

    private static double Hartmann(double[] x)
    {
        double[] heights = [1, 1.2, 3, 3.2];
        double[][] narrow = [[10, 3, 17, 3.5, 1.7, 8], [0.05, 10, 17, 0.1, 8, 14], [3, 3.5, 1.7, 10, 17, 8], [17, 8, 0.05, 10, 0.1, 14]];
        double[][] places =
        [
            [0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886], [0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991],
            [0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650], [0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381],
        ];
        return -Enumerable.Range(0, 4).Sum(i => heights[i] * Math.Exp(-Enumerable.Range(0, 6).Sum(j => narrow[i][j] * Math.Pow(x[j] - places[i][j], 2))));
    }
}
