using System.Runtime.CompilerServices;

namespace DslNet.Networks.Tests;

/// <summary>An optimiser knows a generated network by its parameters, however they are passed, and refuses others.</summary>
public sealed class OwnerTests
{
    [Fact]
    public void Parameters_and_network_are_the_same_owner()
    {
        (SingleNet net, SingleNet other) = (new(1), new(2));
        Samples samples = new(net, 4);
        Adam optimizer = new();
        net.ComputeGradients(samples.Inputs, samples.Targets);
        optimizer.Step(net.Parameters, net.Gradients);
        optimizer.Step(net, samples.Inputs, samples.Targets);
        net.Fit(Data(samples, net), new FitOptions { Optimizer = optimizer });
        optimizer.Step(net.Parameters, net.Gradients);
        Assert.Equal(4, optimizer.Steps);

        float[] before = other.Parameters.ToArray();
        other.ComputeGradients(samples.Inputs, samples.Targets);
        Refuses(() => optimizer.Step(other.Parameters, other.Gradients), "did 4 steps for another network");
        Refuses(() => optimizer.Step(other, samples.Inputs, samples.Targets), "did 4 steps for another network");
        Refuses(() => other.Fit(Data(samples, other), new FitOptions { Optimizer = optimizer }), "did 4 steps for another network");
        Assert.Equal(before, other.Parameters.ToArray());

        optimizer.Reset();
        optimizer.Step(other, samples.Inputs, samples.Targets);
        Refuses(() => optimizer.Step(net, samples.Inputs, samples.Targets), "did 1 step for another network (SingleNet), whose moments");
    }

    /// <summary>The same seed, too, is a training from the start.</summary>
    [Theory, InlineData(1), InlineData(5)]
    public void Initialize_makes_another_network_of_it(int seed)
    {
        SingleNet net = new(1);
        Samples samples = new(net, 4);
        SGD optimizer = new(0.1f);
        optimizer.Step(net, samples.Inputs, samples.Targets);
        net.Initialize(seed);
        Refuses(() => optimizer.Step(net, samples.Inputs, samples.Targets), "this network (SingleNet) before Initialize drew its parameters anew");
        Refuses(() => optimizer.Step(net.Parameters, net.Gradients), "Initialize");
        optimizer.Reset();
        optimizer.Step(net, samples.Inputs, samples.Targets);
    }

    /// <summary>A network that takes the place of one that is gone is another, even at the same address.</summary>
    [Fact]
    public void A_network_is_not_kept_alive()
    {
        Adam optimizer = new();
        WeakReference gone = Train(optimizer);
        for (int i = 0; i < 10 && gone.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(gone.IsAlive);
        for (int i = 0; i < 20; i++)
        {
            SingleNet net = new(i);
            Refuses(() => optimizer.Step(net.Parameters, net.Gradients), "another network (SingleNet)");
        }
    }

    [Fact]
    public void Owners_cost_no_garbage()
    {
        SingleNet net = new(1);
        Samples samples = new(net, 4);
        Adam optimizer = new();
        Assert.Equal(0, AllocatedBytes.Of(Step));

        void Step()
        {
            optimizer.Step(net, samples.Inputs, samples.Targets);
            optimizer.Step(net.Parameters, net.Gradients);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Train(Optimizer optimizer)
    {
        SingleNet net = new(1);
        Samples samples = new(net, 4);
        optimizer.Step(net, samples.Inputs, samples.Targets);
        return new WeakReference(net);
    }

    private static Dataset Data(Samples samples, INetwork network) =>
        Dataset.FromTargets(samples.Inputs, samples.Targets, network.Description.InputLength, network.Description.OutputLength);

    private static void Refuses(Action step, string part) => Assert.Contains(part, Assert.Throws<ArgumentException>(step).Message, StringComparison.Ordinal);
}
