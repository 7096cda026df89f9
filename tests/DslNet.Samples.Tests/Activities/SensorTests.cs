using HumanActivity;
using Xunit;

namespace DslNet.Samples.Tests.Activities;

public sealed class SensorTests
{
    [Fact]
    public void ASeedRecordsTheSameSignals()
    {
        Dataset recorded = Sensor.Record(60, seed: 1);

        Assert.Equal((60, Sensor.Axes * Sensor.Length), (recorded.Count, recorded.FeatureLength));
        Assert.Equal(recorded.Inputs.ToArray(), Sensor.Record(60, seed: 1).Inputs.ToArray());
        Assert.NotEqual(recorded.Inputs.ToArray(), Sensor.Record(60, seed: 2).Inputs.ToArray());
        Assert.All(recorded.Labels.ToArray().CountBy(label => label), pair => Assert.Equal(10, pair.Value));
    }

    /// <summary>In whatever direction the sensor is held, it feels gravity.</summary>
    [Fact]
    public void WhoRestsFeelsGravity()
    {
        Dataset recorded = Sensor.Record(60, seed: 3);
        foreach (int sample in Enumerable.Range(0, recorded.Count).Where(i => recorded.Labels.Span[i] == (int)Movement.Resting))
        {
            float[] signal = recorded.Input(sample).ToArray();
            double[] means = [.. signal.Chunk(Sensor.Length).Select(axis => (double)axis.Average())];

            Assert.Equal(1, Math.Sqrt(means.Sum(mean => mean * mean)), 0.05);
        }
    }

    [Fact]
    public void WhoJumpsIsInTheAirForAWhile()
    {
        var gait = Gait.Random(Movement.Jumping, new Random(1));

        double inTheAir = Enumerable.Range(0, 1000).Average(i => gait.At(i / 100f).Up == 0 ? 1.0 : 0);

        Assert.InRange(inTheAir, 0.3, 0.5);
    }

    [Fact]
    public void MovementsAreLearned()
    {
        Assert.SkipUnless(LongTests.AreWanted, LongTests.Skip);
        var net = new ActivityNet(seed: 1);
        net.Fit(Sensor.Record(Recipe.TrainingCount, seed: 1), Recipe.Create(Recipe.Epochs));

        Assert.InRange(net.Evaluate(Sensor.Record(Recipe.TestCount, seed: 2)).Accuracy, 0.97, 1);
    }
}
