using DslNet;

namespace UsedCars;

/// <summary>How each network is trained and tested: all in the same way.</summary>
internal static class Recipe
{
    public const int Epochs = 30;

    /// <summary>Trains a network.</summary>
    /// <returns>The root of the mean squared error of the logarithm of the price, which is about the error as a share of the price; and the seconds that it took.</returns>
    public static (double Error, double Seconds) Train(INetwork network, Dataset train, Dataset test)
    {
        const int batch = 64;
        double steps = Epochs * Math.Ceiling((double)train.Count / batch);
        FitResult result = network.Fit(train, new FitOptions
        {
            Epochs = Epochs,
            BatchSize = batch,
            Optimizer = new AdamW(),
            LearningRateSchedule = step => (float)(1e-3 * (1 + Math.Cos(Math.PI * step / steps))),
        });
        return (Math.Sqrt(network.Evaluate(test).Loss), result.Elapsed.TotalSeconds);
    }
}
