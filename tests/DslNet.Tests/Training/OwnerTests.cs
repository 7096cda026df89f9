using System.Runtime.CompilerServices;
using DslNet.CompilerServices;
using DslNet.Tests.Networks;
using Xunit;

namespace DslNet.Tests.Training;

/// <summary>An optimiser knows its network and refuses others. Networks with pinned parameters are in DslNet.Networks.Tests.</summary>
public class OwnerTests
{
    private static readonly Dictionary<string, Func<Optimizer>> All = new()
    {
        ["SGD"] = () => new SGD(0.1f),
        ["SGD with momentum"] = () => new SGD(0.1f) { Momentum = 0.9f },
        ["RMSProp"] = () => new RMSProp(),
        ["Adam"] = () => new Adam(),
        ["AdamW"] = () => new AdamW(),
    };

    public static TheoryData<string> Optimizers => [.. All.Keys];

    [Theory, MemberData(nameof(Optimizers))]
    public void Options_for_a_second_network_are_refused(string name)
    {
        var options = new FitOptions { Optimizer = All[name](), BatchSize = 5 };
        LinearNetwork first = Classifier(), second = Classifier();
        first.Fit(Samples.Numbered(10), options);
        float[] before = second.Parameters.ToArray();
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => second.Fit(Samples.Numbered(10), options));
        Assert.StartsWith($"This {options.Optimizer.GetType().Name} did 2 steps for another network (LinearNetwork), whose moments", refusal.Message);
        Assert.Contains("new FitOptions", refusal.Message);
        Assert.Contains("Reset", refusal.Message);
        Assert.Equal(before, second.Parameters.ToArray());

        first.Fit(Samples.Numbered(10), options);
        options.Optimizer.Reset();
        second.Fit(Samples.Numbered(10), options);
        Assert.Equal(2, options.Optimizer.Steps);
        Assert.Throws<ArgumentException>(() => first.Fit(Samples.Numbered(10), options));
    }

    [Fact]
    public void Steps_of_ones_own_are_refused_too()
    {
        LinearNetwork first = Classifier(), second = Classifier();
        Adam optimizer = new();
        optimizer.Step(first, [1, 2], [0]);
        Assert.Equal("network", Assert.Throws<ArgumentException>(() => optimizer.Step(second, [1, 2], [0])).ParamName);
        Assert.Equal("network", Assert.Throws<ArgumentException>(() => optimizer.Step(second, [1, 2], [1, 0, 0f])).ParamName);
        Assert.Equal("parameters", Assert.Throws<ArgumentException>(() => optimizer.Step(second.Parameters, first.Gradients)).ParamName);
        optimizer.Step(first.Parameters, first.Gradients);
        optimizer.Step(first, [1, 2], [0]);
        Assert.Equal(3, optimizer.Steps);
    }

    [Fact]
    public void Before_the_first_step_it_is_nobodys()
    {
        LinearNetwork first = Classifier(), second = Classifier();
        Adam optimizer = new();
        optimizer.Prepare(first.Parameters.Length);
        first.Fit(Samples.Numbered(10), new FitOptions { Optimizer = optimizer, CancellationToken = new CancellationToken(canceled: true) });
        second.Fit(Samples.Numbered(10), new FitOptions { Optimizer = optimizer });
        Assert.Equal(1, optimizer.Steps);
    }

    [Fact]
    public void A_network_that_is_drawn_anew_is_another()
    {
        LinearNetwork network = Classifier();
        var options = new FitOptions { Optimizer = new Adam() };
        network.Fit(Samples.Numbered(10), options);
        network.Initialize(5);
        Assert.Contains("before Initialize drew its parameters anew", Assert.Throws<ArgumentException>(() => network.Fit(Samples.Numbered(10), options)).Message);
        options.Optimizer.Reset();
        network.Fit(Samples.Numbered(10), options);
    }

    [Fact]
    public void Memory_of_ones_own_is_known_by_its_length()
    {
        Adam optimizer = new();
        float[] one = new float[5], other = new float[5];
        optimizer.Step(one, new float[5]);
        optimizer.Step(other, new float[5]);
        Assert.Equal(2, optimizer.Steps);
    }

    [Fact]
    public void A_network_is_not_kept_alive_and_nobody_takes_its_place()
    {
        Adam optimizer = new();
        WeakReference network = Train(optimizer);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(network.IsAlive);
        Assert.Contains("another network (LinearNetwork)", Assert.Throws<ArgumentException>(() => optimizer.Step(Classifier(), [1, 2], [0])).Message);
    }

    [Fact]
    public void Pinned_parameters_are_known_by_their_address()
    {
        NetworkMemory first = new(96, 0, 0, 1), second = new(96, 0, 0, 1);
        Assert.Same(first, LiveNetworks.Find(first.Parameters));
        Assert.Same(second, LiveNetworks.Find(second.Parameters));
        Assert.Null(LiveNetworks.Find(first.Parameters[..95]));
        Assert.Null(LiveNetworks.Find(first.Parameters[1..]));
        Assert.Null(LiveNetworks.Find(first.Gradients));
        Assert.Null(LiveNetworks.Find([]));

        Adam optimizer = new();
        optimizer.Step(first.Parameters, first.Gradients);
        optimizer.Step(first.Parameters, second.Gradients);
        Assert.StartsWith("This Adam did 2 steps for another network, whose", Assert.Throws<ArgumentException>(() => optimizer.Step(second.Parameters, first.Gradients)).Message);
        Assert.Throws<ArgumentException>(() => optimizer.Step(new float[96], first.Gradients));

        Adam ofMemory = new();
        ofMemory.Step(new float[96], new float[96]);
        Assert.Contains("did 1 step for other memory", Assert.Throws<ArgumentException>(() => ofMemory.Step(first.Parameters, first.Gradients)).Message);
    }

    [Fact]
    public void Many_networks_are_forgotten()
    {
        for (int i = 0; i < 300; i++)
        {
            NetworkMemory memory = new(16, 0, 0, 1);
            Assert.Same(memory, LiveNetworks.Find(memory.Parameters));
            if (i % 50 == 0)
                GC.Collect();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Train(Optimizer optimizer)
    {
        LinearNetwork network = Classifier();
        network.Fit(Samples.Numbered(10), new FitOptions { Optimizer = optimizer });
        return new WeakReference(network);
    }

    private static LinearNetwork Classifier() => new(2, 3, Loss.SoftmaxCrossEntropy);
}
