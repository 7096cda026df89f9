using DslNet.Networks.Tests;

namespace DslNet.Networks.Child;

/// <summary>Saves to one path again and again, until it is killed.</summary>
internal static class SavingRun
{
    public static void Run(string path)
    {
        LeNet5 network = new(seed: Environment.ProcessId);
        while (true)
        {
            Console.WriteLine("saving");
            network.Save(path);
        }
    }
}
