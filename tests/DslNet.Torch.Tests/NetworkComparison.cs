using DslNet.Generators.Tests.Harness;
using DslNet.Torch.Tests.Witness;
using static TorchSharp.torch;

namespace DslNet.Torch.Tests;

/// <summary>Compares what a network computes with what libtorch does: outputs, loss, and gradients with respect to parameters and inputs, of batches.</summary>
internal static class NetworkComparison
{
    /// <summary>One sample, few, and numbers around the boundaries of blocks and groups of samples.</summary>
    private static readonly int[] s_batches = [1, 2, 7, 127, 128, 300];

    // Any but zero.
    private const long Step = 5;

    /// <returns>Whether there are samples that are not near to any kink.</returns>
    public static bool Run(INetwork network, int seed, Agreement agreement)
    {
        Random random = new(seed);
        DrawParameters(network, random);
        using var scope = NewDisposeScope();
        TorchNetwork exact = new(network, ScalarType.Float64), single = new(network, ScalarType.Float32);
        Dropping dropping = new(network.Seed, Step);
        if (SampleDrawing.Draw(network.Description, exact, single, dropping, s_batches, random) is not { } samples)
            return false;
        List<(int Batch, bool AsLabels, TorchGradients Exact, TorchGradients Single)> gradients = [];
        foreach ((int index, int batch) in s_batches.Index())
        {
            bool asLabels = network.Description.Loss!.Target == LossTarget.Labels && (seed + index) % 2 == 0;
            CompareEvaluation(network, samples, batch, asLabels, exact, single, agreement);

            // Of one value there is no variance. Of two, the gradient is what ε has left of it, a hundred-thousandth: what rounding makes of such a rest says
            // nothing, and the oracle has its bound.
            if (batch <= 2 && HasOneValuePerSample(network.Description))
                continue;
            gradients.Add((batch, asLabels, TorchGradients.Of(exact, samples, batch, asLabels, dropping), TorchGradients.Of(single, samples, batch, asLabels, dropping)));
        }

        double worst = Agreement.Worst(gradients.SelectMany(each => each.Exact.All.Zip(each.Single.All)));
        foreach ((int batch, bool asLabels, TorchGradients expected, TorchGradients rounded) in gradients)
            CompareTraining(network, samples, batch, asLabels, expected, rounded, dropping.Step, worst, agreement);
        return true;
    }

    /// <summary>Whether a layer that keeps statistics has one value of each channel in a sample.</summary>
    private static bool HasOneValuePerSample(NetworkDescription network) => network.Layers.Any(layer => !layer.States.IsEmpty && layer.Output.Length == layer.States[0].Shape.Length);

    /// <summary>Draws parameters around zero, biases other than zero among them, whose layers neither grow nor shrink what they are given.</summary>
    public static void DrawParameters(INetwork network, Random random)
    {
        foreach (ParameterDescription parameter in network.Description.Parameters)
        {
            double scale = parameter.Shape.Rank == 1 ? 0.5 : 1.7 / Math.Sqrt(parameter.FanIn);
            new ParameterTensor(network, parameter).CopyFrom([.. Enumerable.Range(0, parameter.Shape.Length).Select(_ => (float)(scale * (2 * random.NextDouble() - 1)))]);
        }

        foreach (StateDescription state in network.Description.States)
        {
            foreach (ref float value in network.States.Slice(state.Offset, state.Shape.Length))
                value = state.Role == "running_var" ? 0.25f + 2 * random.NextSingle() : random.NextSingle() - 0.5f;
        }
    }

    private static void CompareEvaluation(INetwork network, Samples samples, int batch, bool asLabels, TorchNetwork exact, TorchNetwork single, Agreement agreement)
    {
        using var ofBatch = NewDisposeScope();
        using var _ = no_grad();
        Dictionary<string, Tensor> values = exact.Forward(exact.Inputs(samples, batch), null), rounded = single.Forward(single.Inputs(samples, batch), null);
        ReadOnlySpan<float> inputs = samples.InputsOf(network.Description, batch), targets = samples.TargetsOf(network.Description, batch);
        float[] outputs = new float[Samples.OutputsOf(network.Description, batch) * network.Description.OutputLength];
        NetworkCalls.Predict(network, inputs, outputs);
        agreement.Verify("outputs", $"batch {batch}: outputs", exact.Output(values), single.Output(rounded), outputs);
        float loss = NetworkCalls.ComputeLoss(network, inputs, targets, asLabels ? samples.LabelsOf(network.Description, batch) : default, []);
        agreement.Verify(
            "loss", $"batch {batch}: loss", exact.Loss(values, exact.Targets(samples, batch, asLabels)), single.Loss(rounded, single.Targets(samples, batch, asLabels)), [loss]);
    }

    private static void CompareTraining(
        INetwork network, Samples samples, int batch, bool asLabels, TorchGradients expected, TorchGradients rounded, long step, double worst, Agreement agreement)
    {
        float[] inputGradients = new float[batch * network.Description.InputLength];
        bool hasInputGradient = InputGradientMethods.IsIn(network);
        float loss = NetworkCalls.ComputeGradients(
            network, samples.InputsOf(network.Description, batch), samples.TargetsOf(network.Description, batch), asLabels ? samples.LabelsOf(network.Description, batch) : default,
            hasInputGradient ? inputGradients : default, step);
        agreement.Verify("loss in training", $"batch {batch}: loss in training", expected.Loss, rounded.Loss, [loss]);
        foreach ((int index, ParameterDescription parameter) in network.Description.Parameters.Index())
        {
            agreement.Verify(
                "parameter gradients", $"batch {batch}: gradient of {parameter.Name}", expected.Parameters[index], rounded.Parameters[index],
                new ParameterTensor(network, parameter, gradient: true).ToArray(), worst);
        }

        if (hasInputGradient)
            agreement.Verify("input gradients", $"batch {batch}: gradient of the input", expected.Inputs, rounded.Inputs, inputGradients, worst);
    }
}
