using DslNet.Networks.Tests;

namespace DslNet.Networks.Child;

/// <summary>Begins a training or goes on with it, and says after each batch that it is there.</summary>
internal static class ResumedRun
{
    public static void Run(string checkpoint)
    {
        ResumedTraining training = new();
        training.Run(checkpoint, callback: _ => Console.WriteLine("batch"), checkpointSteps: 2);
        Console.WriteLine(training.Hash());
    }
}
