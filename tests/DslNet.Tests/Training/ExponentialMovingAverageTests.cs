using DslNet.Tests.Networks;
using Xunit;

namespace DslNet.Tests.Training;

/// <summary>Running means of parameters.</summary>
public class ExponentialMovingAverageTests
{
    [Fact]
    public void It_is_PyTorch_s_mean()
    {
        LinearNetwork network = new(2, 2, Loss.MeanSquaredError);
        ExponentialMovingAverage average = new(0.75f);
        int length = network.Parameters.Length;
        double[] expected = [];
        Random random = new(1);
        for (int step = 0; step < 20; step++)
        {
            float[] drawn = [.. Enumerable.Range(0, length).Select(_ => 2 * random.NextSingle() - 1)];
            drawn.CopyTo(network.Parameters);
            average.Update(network);
            expected = [.. drawn.Select((value, i) => step == 0 ? value : 0.75 * expected[i] + 0.25 * value)];
        }

        float[] last = network.Parameters.ToArray();
        average.Swap(network);
        Assert.True(average.IsInNetwork);
        Assert.All(expected.Index(), each => Assert.Equal(each.Item, network.Parameters[each.Index], 1e-6));
        Assert.Contains("Call Swap", Assert.Throws<InvalidOperationException>(() => average.Update(network)).Message);
        average.Swap(network);
        Assert.Equal(last, network.Parameters.ToArray());
        Assert.Equal("moving average of 20 steps, 0.75 of which is kept", average.ToString());
    }

    /// <summary>Two calls are one longer one, although the network has the averages between them, and validations measure the averages.</summary>
    [Fact]
    public void Trainings_go_on_from_the_last_step()
    {
        LinearNetwork whole = new(2, 2, Loss.MeanSquaredError), divided = new(2, 2, Loss.MeanSquaredError);
        Dataset data = Samples.Plane(40, 1);
        FitOptions Options() => new() { Epochs = 5, BatchSize = 8, Optimizer = new Adam(0.1f), Average = new ExponentialMovingAverage(0.9f), Validation = data };
        FitResult expected = whole.Fit(data, Options());
        FitOptions options = Options();
        divided.Fit(data, options with { Epochs = 2 });
        FitResult actual = divided.Fit(data, options with { Epochs = 3 });
        Assert.Equal(whole.Parameters.ToArray(), divided.Parameters.ToArray());
        Assert.Equal(expected.Last.ValidationLoss, actual.Last.ValidationLoss);
        Assert.Equal(expected.Last.ValidationLoss, whole.Evaluate(data).Loss);
    }

    [Fact]
    public void It_belongs_to_one_network()
    {
        LinearNetwork network = new(2, 2, Loss.MeanSquaredError), other = new(2, 2, Loss.MeanSquaredError);
        ExponentialMovingAverage average = new();
        average.Swap(network); // Nothing was averaged yet.
        Assert.False(average.IsInNetwork);
        Assert.Contains("another network", Assert.Throws<ArgumentException>(() => average.Update(other)).Message);
        average.Reset();
        average.Update(other);
        other.Initialize(2);
        Assert.Contains("before Initialize", Assert.Throws<ArgumentException>(() => average.Swap(other)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExponentialMovingAverage(1));
    }
}
