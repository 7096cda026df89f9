using DslNet.Networks.Tests;

namespace DslNet.Networks.Child;

/// <summary>Trains without end, with a bar, until the process is told to end or ends itself.</summary>
internal static class EndlessRun
{
    private const int Step = 1000;

    public static void Run(string end)
    {
        LeNet5 network = new(seed: 1);
        Samples samples = new(network, 64);
        network.Fit(
            Dataset.FromLabels(samples.Inputs, samples.Labels, LeNet5.InputLength),
            new FitOptions
            {
                Epochs = int.MaxValue,
                Optimizer = new SGD(0.01f),
                Progress = new ConsoleProgressBar(Console.Out, interactive: true),
                LearningRateSchedule = LearningRateSchedule.Of(step =>
                {
                    if (end == "exit" && step == Step)
                        Environment.Exit(3);
                    return 0.01f;
                }),
            });
    }
}
