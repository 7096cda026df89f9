using System.Reflection;
using DslNet.CompilerServices;

namespace DslNet.Networks.Tests;

/// <summary>A step that updates parameters while gradients are summed does what a step after them does.</summary>
[Collection(nameof(UpdateTests))]
[CollectionDefinition(nameof(UpdateTests), DisableParallelization = true)]
public sealed class UpdateTests : IDisposable
{
    private readonly int _threads = NetworkThreads.Count;

    public void Dispose() => NetworkThreads.Count = _threads;

    private static readonly (string Name, Func<Optimizer> Create)[] s_optimizers =
    [
        ("SGD", () => new SGD(0.01f) { WeightDecay = 0.01f }),
        ("SGD with momentum", () => new SGD(0.01f) { Momentum = 0.9f, Nesterov = true }),
        ("RMSProp", () => new RMSProp()),
        ("RMSProp with momentum", () => new RMSProp { Momentum = 0.9f, WeightDecay = 0.01f }),
        ("Adam", () => new Adam()),
        ("Adam with decay", () => new Adam { WeightDecay = 0.01f }),
        ("AdamW", () => new AdamW()),
    ];

    public static TheoryData<string> Optimizers => [.. s_optimizers.Select(optimizer => optimizer.Name)];

    public static TheoryData<string, int> Batches
    {
        get
        {
            TheoryData<string, int> data = [];
            foreach (string name in (string[])[nameof(UpdatedNet), nameof(TurnedNet), nameof(LeNet5)])
            {
                foreach (int count in (int[])[1, 3, 7, 17, 33, 64, 127, 128, 200, 257])
                    data.Add(name, count);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void ParametersGradientsAndLossAreThoseOfTwoCalls(string name)
    {
        foreach (string network in (string[])[nameof(UpdatedNet), nameof(TurnedNet)])
        {
            foreach (int threads in (int[])[1, 2, 4])
                Compare(NetworkCase.Of(network), s_optimizers.Single(optimizer => optimizer.Name == name).Create, threads);
        }
    }

    [Fact]
    public void LabelsTrainToo()
    {
        LeNet5 apart = new(seed: 9), together = new(seed: 9);
        Adam first = new(), second = new();
        for (int step = 0; step < 5; step++)
        {
            Samples samples = new(apart, 40, seed: step);
            float loss = apart.ComputeGradients(samples.Inputs, samples.Labels, step);
            first.Step(apart.Parameters, apart.Gradients);
            Assert.Equal(loss, second.Step(together, samples.Inputs, samples.Labels));
        }

        Assert.Equal(-1, Bits.FirstDifference(apart.Parameters, together.Parameters));
    }

    /// <summary>By an update that destroys parameters, so that none may be read afterwards: on every processor with AVX2, since AVX-512's kernels run there too.</summary>
    [Theory]
    [MemberData(nameof(Batches))]
    public void EachParameterIsUpdatedOnceAndWhenItsGradientIsComplete(string name, int count)
    {
        INetwork network = NetworkCase.Of(name).Create();
        Assert.IsType<IFusedTraining>(network, exactMatch: false);
        Samples samples = new(network, count);
        network.ComputeGradients(samples.Inputs, samples.Targets, 3);
        float[] expected = network.Gradients.ToArray(), start = network.Parameters.ToArray();
        float scale = (float)(1.0 / (network.Description.Loss is { Target: LossTarget.Values } ? samples.Targets.Length : count));
        NetworkThreads.Count = 1;
        foreach ((string kernels, TrainMethod train) in Trainings(network))
        {
            network.Gradients.Fill(float.NaN);
            Updates updates = new(expected.Length);
            train(
                NetworkInsides.Memory(network), samples.Inputs, samples.Targets, default, count, scale, network.Seed, 3, new RecordedUpdate(updates, network.Parameters, network.Gradients));
            start.CopyTo(network.Parameters);
            if (kernels != "Avx512Kernels")
            {
                Assert.Equal((1, 0), (updates.AtOnce, updates.BySixteen));
                continue;
            }

            Assert.Equal(0, updates.AtOnce);
            Assert.InRange(updates.BySixteen, expected.Length / 2, expected.Length);
            Assert.All(updates.Times, times => Assert.Equal(1, times));
            Assert.True(Bits.FirstDifference(expected, updates.Gradients) < 0, $"{kernels}: a gradient was not complete.");
        }
    }

    /// <summary>A call that fails can be repeated as if it had not been tried.</summary>
    [Fact]
    public void AFailedStepIsNone()
    {
        UpdatedNet network = new(seed: 9), other = new(seed: 9);
        Adam optimizer = new(), fresh = new();
        Samples samples = new(network, 4);
        Assert.Throws<ArgumentException>(() => optimizer.Step(network, samples.Inputs, samples.Targets.AsSpan(1)));
        Assert.Throws<InvalidOperationException>(() => optimizer.Step(network, samples.Inputs, samples.Labels));
        NetworkInsides.Memory(network).EnterGradients();
        Assert.Throws<InvalidOperationException>(() => optimizer.Step(network, samples.Inputs, samples.Targets));
        NetworkInsides.Memory(network).LeaveGradients();
        Assert.Throws<ArgumentException>(() => optimizer.Step(network, network.Gradients[..17], samples.Targets.AsSpan(0, 3)));
        LeNet5 classifier = new(seed: 1);
        Assert.Throws<ArgumentException>(() => new Adam().Step(classifier, new float[784], Labels(classifier.Gradients)));
        Assert.Throws<ArgumentException>(() => classifier.ComputeGradients(new float[784], Labels(classifier.Gradients)));
        Assert.Equal(0, optimizer.Steps);

        optimizer.Step(network, samples.Inputs, samples.Targets);
        fresh.Step(other, samples.Inputs, samples.Targets);
        Assert.Equal(-1, Bits.FirstDifference(other.Parameters, network.Parameters));
    }

    /// <summary>Parameters as inputs are what they were before the step.</summary>
    [Fact]
    public void ParametersMayBeInputs()
    {
        UpdatedNet apart = new(seed: 9), together = new(seed: 9);
        Adam first = new(0.1f), second = new(0.1f);
        float[] targets = new Samples(apart, 8).Targets;
        apart.ComputeGradients(apart.Parameters[..(8 * 17)], targets);
        first.Step(apart.Parameters, apart.Gradients);
        second.Step(together, together.Parameters[..(8 * 17)], targets);
        Assert.Equal(-1, Bits.FirstDifference(apart.Parameters, together.Parameters));
    }

    /// <summary>A label in the network's own memory, which would change after it was checked.</summary>
    private static ReadOnlySpan<int> Labels(Span<float> gradients)
    {
        gradients.Clear();
        return System.Runtime.InteropServices.MemoryMarshal.Cast<float, int>(gradients[..1]);
    }

    private static IEnumerable<(string Kernels, TrainMethod Train)> Trainings(INetwork network)
    {
        const BindingFlags hidden = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;
        Type programs = network.GetType().GetNestedType("Programs`1", hidden)!, samples = NetworkInsides.Samples(network);
        foreach (Kernels kernels in NetworkInsides.Kernels(network))
        {
            Type type = network.GetType().GetNestedType(kernels.Name, hidden)!;
            MethodInfo train = typeof(NetworkRun).GetMethod(nameof(NetworkRun.Train))!.MakeGenericMethod(programs.MakeGenericType(type), samples, typeof(RecordedUpdate));
            yield return (kernels.Name, SamplesMethod.Over<TrainMethod>(train, samples));
        }
    }

    private static void Compare(NetworkCase item, Func<Optimizer> create, int threads)
    {
        NetworkThreads.Count = threads;
        INetwork apart = item.Create(), together = item.Create();
        Optimizer first = create(), second = create();
        foreach (int count in (int[])[5, 1, 33, 64, 150, 17, 257, 32, 128])
        {
            Samples samples = new(apart, count, seed: count);
            float loss = apart.ComputeGradients(samples.Inputs, samples.Targets, first.Steps);
            first.Step(apart.Parameters, apart.Gradients);
            Assert.Equal(loss, second.Step(together, samples.Inputs, samples.Targets));
            Assert.True(Bits.FirstDifference(apart.Gradients, together.Gradients) < 0, $"{item.Name}, {count} samples, {threads} threads: gradients differ.");
            Assert.True(Bits.FirstDifference(apart.Parameters, together.Parameters) < 0, $"{item.Name}, {count} samples, {threads} threads: parameters differ.");
            Assert.Equal(first.Steps, second.Steps);
        }
    }
}
