using DslNet.Networks.Tests;

namespace DslNet.Networks.Child;

/// <summary>Trains a network by divided batches: loaded by tests into a context that is to be unloaded.</summary>
public static class TrainingRun
{
    /// <summary>Trains, evaluates and predicts.</summary>
    public static void Run()
    {
        LeNet5 network = new(seed: 1);
        Samples samples = new(network, 1024);
        Dataset data = Dataset.FromLabels(samples.Inputs, samples.Labels, network.Description.InputLength);
        network.Fit(data, new FitOptions { Epochs = 2, BatchSize = 256, Optimizer = new Adam(1e-3f), Validation = data });
        network.Predict(samples.Inputs, new float[samples.Targets.Length]);
    }
}
