namespace DslNet.Networks.Tests;

/// <summary>No thread that helps allocates either. That shows in the process's total alone, so nothing else may run meanwhile.</summary>
[Collection(nameof(DividedAllocationTests))]
[CollectionDefinition(nameof(DividedAllocationTests), DisableParallelization = true)]
public class DividedAllocationTests
{
    private const int Runs = 50, Warm = 30;

    [Fact]
    public void AStepDividedAmongThreadsAllocatesNothingAnywhere()
    {
        LeNet5 network = new(seed: 1);
        Adam optimizer = new();
        Samples samples = new(network, 256);
        float[] outputs = new float[samples.Targets.Length];
        int before = NetworkThreads.Count;
        NetworkThreads.Count = 3;
        try
        {
            for (int run = 0; run < Warm; run++)
                Step();
            long least = long.MaxValue;
            for (int run = 0; run < Runs; run++)
            {
                // The runtime's own threads allocate now and then; what a step allocates, it allocates each time.
                long allocated = GC.GetTotalAllocatedBytes(precise: true);
                Step();
                least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - allocated);
            }

            Assert.Equal(0, least);
        }
        finally
        {
            NetworkThreads.Count = before;
        }

        void Step()
        {
            network.ComputeGradients(samples.Inputs, samples.Labels);
            optimizer.Step(network.Parameters, network.Gradients);
            network.Predict(samples.Inputs, outputs);
        }
    }
}
