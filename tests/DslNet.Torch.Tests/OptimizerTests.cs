using System.Globalization;
using DslNet.Generators.Tests.Harness;
using DslNet.Torch.Tests.Drawing;
using DslNet.Torch.Tests.Witness;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DslNet.Torch.Tests;

/// <summary>Twenty steps of every optimiser against libtorch's.</summary>
public sealed class OptimizerTests
{
    private const int Steps = 20;

    // What steps are done with. The sizes of batches change, as those of a last one do.
    private static readonly int[] s_batches = [128, 7, 33];

    // A larger loss is an exponential, of which the last bit of what it is one of is more than a last bit.
    private const float LargestLoss = 1e6f;

    // Of each case so many networks are trained.
    private const int NetworksOfACase = 4;

    /// <summary>Both are given the same gradients, so that no rounding but their own is in what comes out.</summary>
    [TorchFact]
    public void Given_gradients_move_parameters_as_libtorch_s_do()
    {
        Agreement agreement = new();
        Assert.All(TorchOptimizers.Cases, pair => Move(pair.Key, pair.Value(), agreement));
        Report.Write("optimizers", $"{TorchOptimizers.Cases.Count} settings of optimisers, {Steps} steps each of the same gradients, largest differences: {agreement.Summary}");
        agreement.VerifyItSaysSomething();
    }

    /// <summary>
    /// Drawn networks are trained beside libtorch's, each with its own gradients. Those with kinks are left out: on the way a parameter or a value crosses one
    /// at a time that rounding decides.
    /// </summary>
    [TorchFact]
    public void Drawn_networks_train_as_libtorch_s_do()
    {
        Agreement agreement = new();
        List<string> failures = [];
        DrawnNetwork[] smooth = [.. DrawnNetworks.TriedAlways.Where(IsSmooth).Take((TorchOptimizers.Cases.Count + TorchOptimizers.CasesOfNetworks.Count) * NetworksOfACase)];
        int next = 0, trained = 0;
        foreach ((string name, Func<Optimizer> create) in TorchOptimizers.Cases.Concat(TorchOptimizers.CasesOfNetworks))
        {
            for (int i = 0; i < NetworksOfACase; i++, trained++)
            {
                DrawnNetwork drawn = smooth[next++ % smooth.Length];
                if (Comparison.Failure(() => Train(CompiledNetworks.Create(drawn), drawn.Seed, create(), agreement)) is { } failure)
                    failures.Add(string.Create(CultureInfo.InvariantCulture, $"{name}, seed {drawn.Seed}: {failure}\n{drawn.Attributes}"));
            }
        }

        Report.Write("training", string.Create(
            CultureInfo.InvariantCulture, $"{trained} trainings of {Math.Min(smooth.Length, trained)} drawn networks, {Steps} steps each, largest differences: {agreement.Summary}"));
        Assert.True(failures.Count == 0, $"{failures.Count} of {trained}:\n{string.Join("\n\n", failures)}");
        agreement.VerifyItSaysSomething();
    }

    private static bool IsSmooth(DrawnNetwork drawn)
    {
        using HeldFinalizers held = new();
        using var scope = NewDisposeScope();
        INetwork network = CompiledNetworks.Create(drawn);
        return network.Description.Parameters.Length > 0 && !new TorchNetwork(network, ScalarType.Float64).HasKinks();
    }

    private static void Train(INetwork network, int seed, Optimizer optimizer, Agreement agreement)
    {
        Random random = new(seed);
        NetworkComparison.DrawParameters(network, random);
        using var scope = NewDisposeScope();
        TorchTraining exact = new(new(network, ScalarType.Float64), network.Seed, optimizer), single = new(new(network, ScalarType.Float32), network.Seed, optimizer);
        for (int step = 0; step < Steps; step++)
        {
            using var ofStep = NewDisposeScope();
            int batch = s_batches[step % s_batches.Length];
            bool asLabels = network.Description.Loss!.Target == LossTarget.Labels && step % 2 == 0;
            Samples samples = SampleDrawing.Draw(network.Description, batch, random);
            ReadOnlySpan<float> inputs = samples.InputsOf(network.Description, batch), targets = samples.TargetsOf(network.Description, batch);
            float loss = NetworkCalls.Step(optimizer, network, inputs, targets, asLabels ? samples.LabelsOf(network.Description, batch) : default);
            Tensor exactLoss = exact.Step(samples, batch, asLabels, step), singleLoss = single.Step(samples, batch, asLabels, step);

            // A training that diverges, libtorch's too, says nothing any more: each step makes a multiple of what rounding left of the one before.
            if (!(singleLoss.item<float>() <= LargestLoss))
                return;
            agreement.Verify("losses", $"loss of step {step}", exactLoss, singleLoss, [loss]);
        }

        foreach ((int index, ParameterDescription parameter) in network.Description.Parameters.Index())
        {
            agreement.Verify(
                "parameters", $"{parameter.Name} after {Steps} steps", exact.Network.Parameters.ElementAt(index), single.Network.Parameters.ElementAt(index),
                new ParameterTensor(network, parameter).ToArray());
        }

        foreach ((int index, StateDescription state) in network.Description.States.Index())
        {
            agreement.Verify(
                "states", $"{state.Name} after {Steps} steps", exact.Network.States.ElementAt(index), single.Network.States.ElementAt(index),
                network.States.Slice(state.Offset, state.Shape.Length));
        }
    }

    private static void Move(string name, Optimizer optimizer, Agreement agreement)
    {
        const int length = 1003;
        Random random = new(1);
        using HeldFinalizers held = new();
        using var scope = NewDisposeScope();
        float[] start = Draw(random, length), parameters = [.. start];
        Witnessed exact = new(start, ScalarType.Float64, optimizer), single = new(start, ScalarType.Float32, optimizer);
        for (int step = 0; step < Steps; step++)
        {
            // Some gradients are tiny, some zero; and a schedule changes the learning rate.
            float[] gradients = [.. Draw(random, length).Select((gradient, i) => i % 7 == 0 ? 1e-6f * gradient : i % 11 == 0 ? 0 : gradient)];
            if (step == Steps / 2)
                optimizer.LearningRate /= 4;
            optimizer.Step(parameters, gradients);
            exact.Step(gradients, optimizer.LearningRate);
            single.Step(gradients, optimizer.LearningRate);
            agreement.Verify("parameters", $"{name}, step {step}", exact.Parameter, single.Parameter, parameters);
        }
    }

    private static float[] Draw(Random random, int length) => [.. Enumerable.Range(0, length).Select(_ => 2 * random.NextSingle() - 1)];

    /// <summary>A parameter that libtorch's optimiser moves.</summary>
    private sealed class Witnessed(float[] start, ScalarType type, Optimizer settings)
    {
        private readonly Parameter _parameter = new(tensor(start, dtype: type), requires_grad: true);
        private optim.Optimizer? _optimizer;

        public Tensor Parameter => _parameter;

        public void Step(float[] gradients, double learningRate)
        {
            _optimizer ??= TorchOptimizers.Create([_parameter], settings);
            foreach (var group in _optimizer.ParamGroups)
                group.LearningRate = learningRate;
            _parameter.grad = tensor(gradients, dtype: type);
            _optimizer.step();
        }
    }
}
