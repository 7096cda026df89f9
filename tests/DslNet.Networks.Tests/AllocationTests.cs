namespace DslNet.Networks.Tests;

/// <summary>After the first call nothing is allocated, for however many samples.</summary>
public class AllocationTests
{
    public static TheoryData<string> Names => [.. NetworkCase.All.Select(item => item.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void NothingIsAllocatedAfterTheFirstCall(string name)
    {
        NetworkCase item = NetworkCase.Of(name);
        INetwork network = item.Create();
        Samples few = new(network, 2), many = new(network, 150);
        float[] outputs = new float[many.Targets.Length], inputGradients = new float[many.Inputs.Length];

        // The first calls have few samples: memory that grew with their number would show, in calls after the first that has
        // more groups of samples.
        CallEverything(few);
        Assert.Equal(0, AllocatedBytes.Of(() => network.Predict(many.Inputs, outputs)));
        Assert.Equal(0, AllocatedBytes.Of(() => network.ComputeLoss(many.Inputs, many.Targets)));
        Assert.Equal(0, AllocatedBytes.Of(() => network.ComputeLoss(many.Inputs, many.Targets, outputs)));
        Assert.Equal(0, AllocatedBytes.Of(() => network.ComputeGradients(many.Inputs, many.Targets)));
        Assert.Equal(0, AllocatedBytes.Of(() => CallEverything(many)));

        void CallEverything(Samples samples)
        {
            network.Predict(samples.Inputs, outputs.AsSpan(0, samples.Targets.Length));
            network.ComputeLoss(samples.Inputs, samples.Targets);
            network.ComputeGradients(samples.Inputs, samples.Targets);
            item.InputGradients?.Invoke(network, samples.Inputs, samples.Targets, default, inputGradients.AsSpan(0, samples.Inputs.Length), 1);
            if (!item.TakesLabels)
                return;
            network.ComputeLoss(samples.Inputs, samples.Labels);
            network.ComputeGradients(samples.Inputs, samples.Labels);
            item.InputGradients?.Invoke(network, samples.Inputs, default, samples.Labels, inputGradients.AsSpan(0, samples.Inputs.Length), 1);
        }
    }

    [Theory]
    [InlineData("SGD")]
    [InlineData("RMSProp")]
    [InlineData("Adam")]
    [InlineData("AdamW")]
    public void AnOptimizerAllocatesInItsFirstStepOnly(string name)
    {
        Optimizer optimizer = name switch
        {
            "SGD" => new SGD(0.01f) { Momentum = 0.9f },
            "RMSProp" => new RMSProp { Momentum = 0.9f },
            "Adam" => new Adam(),
            _ => new AdamW(),
        };
        LeNet5 network = new(seed: 1);
        Samples samples = new(network, 3);
        network.ComputeGradients(samples.Inputs, samples.Labels);
        long first = AllocatedBytes.Of(() => optimizer.Step(network.Parameters, network.Gradients), runs: 1);
        Assert.True(first > network.Parameters.Length, $"The first step allocated {first} bytes, so that nothing was measured.");
        Assert.Equal(0, AllocatedBytes.Of(() => optimizer.Step(network.Parameters, network.Gradients)));
        Assert.Equal(0, AllocatedBytes.Of(() => optimizer.Step(network, samples.Inputs, samples.Labels)));
    }
}
