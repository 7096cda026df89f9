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
        FitResult result = network.Fit(train, new FitOptions
        {
            Epochs = Epochs,
            BatchSize = batch,
            Optimizer = new AdamW(2e-3f),
            LearningRateSchedule = new CosineSchedule(Epochs) { Unit = ScheduleUnit.PartOfEpoch },
        });
        return (Math.Sqrt(network.Evaluate(test).Loss), result.Elapsed.TotalSeconds);
    }
}
