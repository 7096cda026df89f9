using DslNet.Generators.Tests.Harness;
using DslNet.Generators.Tests.Oracle;

namespace DslNet.Generators.Tests.Values;

/// <summary>Everything that a generated network computes of a batch.</summary>
internal sealed class BatchRun
{
    public required float[] Outputs { get; init; }

    /// <summary>The outputs that come with the loss.</summary>
    public float[] LossOutputs { get; private init; } = [];

    public float Loss { get; private init; }

    /// <summary>The loss that comes with the gradients.</summary>
    public float GradientLoss { get; private init; }

    /// <summary>All gradients as they lie, zeros between included.</summary>
    public float[] Gradients { get; private init; } = [];

    public float[] InputGradients { get; private init; } = [];

    /// <summary>The gradient by each parameter, in PyTorch's order.</summary>
    public IReadOnlyList<float[]> ParameterGradients { get; private init; } = [];

    /// <summary>What layers keep after the gradients were computed; they have again what they had before.</summary>
    public IReadOnlyList<float[]> States { get; private init; } = [];

    /// <param name="network">The network.</param>
    /// <param name="oracle">What it is compared with.</param>
    /// <param name="samples">The samples; of a network of sequences frames.</param>
    /// <param name="frames">Of these, how many a sequence has; 0 for one sequence.</param>
    public static BatchRun Of(INetwork network, OracleNetwork oracle, IReadOnlyList<Sample> samples, int frames = 0)
    {
        using var culture = HostileCulture.Enter();
        float[] inputs = [.. samples.SelectMany(sample => sample.Input).Select(number => (float)number)];
        IReadOnlyList<Sample> judged = oracle.Judged(samples, frames);
        float[] outputs = new float[judged.Count * oracle.Output.Length];
        NetworkCalls.Predict(network, inputs, outputs, frames);
        if (oracle.Loss is null)
            return new BatchRun { Outputs = outputs };

        float[] targets = [.. judged.SelectMany(sample => sample.Target).Select(number => (float)number)];
        int[] labels = oracle.Loss.TakesLabels ? [.. judged.Select(sample => oracle.Loss.LabelOf(sample.Target))] : [];
        float[] lossOutputs = new float[outputs.Length], inputGradients = new float[oracle.InputGradient ? inputs.Length : 0];

        // What the last step left behind must not show.
        network.Gradients.Fill(float.NaN);
        inputGradients.AsSpan().Fill(float.NaN);
        float loss = NetworkCalls.ComputeLoss(network, inputs, targets, labels, lossOutputs, frames);
        float[] before = network.States.ToArray();
        float gradientLoss = NetworkCalls.ComputeGradients(network, inputs, targets, labels, inputGradients, frames: frames);
        float[] after = network.States.ToArray();
        before.CopyTo(network.States);
        return new BatchRun
        {
            States = [.. network.Description.States.Select(state => after[state.Offset..(state.Offset + state.Shape.Length)])],
            Outputs = outputs,
            LossOutputs = lossOutputs,
            Loss = loss,
            GradientLoss = gradientLoss,
            Gradients = network.Gradients.ToArray(),
            InputGradients = inputGradients,
            ParameterGradients = [.. network.Description.Parameters.Select(parameter => new ParameterTensor(network, parameter).Gradient.ToArray())],
        };
    }
}
