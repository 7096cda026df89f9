using DslNet.Networks.Tests;

namespace DslNet.Networks.Child;

/// <summary>Calls everything that every network has, so that all of its kernels are compiled.</summary>
internal static class PlainRun
{
    public static void Run()
    {
        foreach (NetworkCase item in NetworkCase.All)
        {
            INetwork network = item.Create();
            Samples samples = new(network, 130);
            network.ComputeLoss(samples.Inputs, samples.Targets);
            network.ComputeGradients(samples.Inputs, samples.Targets);
            item.InputGradients?.Invoke(network, samples.Inputs, samples.Targets, default, new float[samples.Inputs.Length], 0);
            if (item.TakesLabels)
            {
                network.ComputeLoss(samples.Inputs, samples.Labels);
                network.ComputeGradients(samples.Inputs, samples.Labels);
            }
        }
    }
}
