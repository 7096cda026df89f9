using DslNet;
using DslNet.Data;

namespace UsedCars;

/// <summary>How each network is trained and tested: all in the same way.</summary>
internal static class Training
{
    public const int Epochs = 30;

    /// <summary>Trains a network.</summary>
    /// <returns>The network with its recipe, and the seconds that it took.</returns>
    public static (TableModel<TNetwork> Model, double Seconds) Train<TNetwork>(TNetwork network, Recipe recipe, Table train) where TNetwork : INetwork
    {
        const int batch = 64;
        FittedRecipe fitted = recipe.Fit(train);
        FitResult result = network.Fit(fitted.Apply(train, network), new FitOptions
        {
            Epochs = Epochs,
            BatchSize = batch,
            Optimizer = new AdamW(2e-3f),
            LearningRateSchedule = new CosineSchedule(Epochs) { Unit = ScheduleUnit.PartOfEpoch },
        });
        return (new TableModel<TNetwork>(network, fitted), result.Elapsed.TotalSeconds);
    }

    /// <summary>The root of the mean squared error of the logarithm of the price, which is about the error as a share of the price.</summary>
    public static double Error<TNetwork>(TableModel<TNetwork> model, Table test) where TNetwork : INetwork => Math.Sqrt(
        model.Predict(test).Select((prediction, row) => Math.Log(prediction.Number / test["price"].Number(row))).Average(error => error * error));
}
