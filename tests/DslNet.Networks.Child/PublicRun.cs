using DslNet.Networks.Tests;

namespace DslNet.Networks.Child;

/// <summary>The public methods of a network with guarded memory.</summary>
internal sealed class PublicRun(NetworkCase item, INetwork network, Samples samples, Place place)
{
    public void Run()
    {
        ReadOnlySpan<float> inputs = GuardedMemory.Copy<float>(samples.Inputs, place);
        ReadOnlySpan<float> targets = GuardedMemory.Copy<float>(samples.Targets, place);
        ReadOnlySpan<int> labels = GuardedMemory.Copy<int>(samples.Labels, place);
        Span<float> outputs = GuardedMemory.Allocate<float>(samples.Targets.Length, place);
        float[] expectedOutputs = new float[outputs.Length];
        network.Predict(samples.Inputs, expectedOutputs);

        GuardedRun.Announce($"Predict, {samples.Count} samples");
        network.Predict(inputs, outputs);
        GuardedRun.Compare("Predict", expectedOutputs, outputs);

        GuardedRun.Announce($"ComputeLoss with targets, {samples.Count} samples");
        outputs.Clear();
        GuardedRun.Compare("ComputeLoss", [network.ComputeLoss(samples.Inputs, samples.Targets)], [network.ComputeLoss(inputs, targets, outputs)]);
        GuardedRun.Compare("Outputs of ComputeLoss", expectedOutputs, outputs);

        GuardedRun.Announce($"ComputeGradients with targets, {samples.Count} samples");
        float loss = network.ComputeGradients(samples.Inputs, samples.Targets);
        float[] expected = network.Gradients.ToArray();
        GuardedRun.Compare("ComputeGradients", [loss], [network.ComputeGradients(inputs, targets)]);
        GuardedRun.Compare("Gradients", expected, network.Gradients);
        WithInputGradients(inputs, targets, default);
        WithWeights(inputs, targets);

        if (item.TakesLabels)
            WithLabels(inputs, labels, outputs, expectedOutputs);
    }

    private void WithLabels(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, Span<float> outputs, float[] expectedOutputs)
    {
        // Gradients that were computed meanwhile have moved running statistics.
        network.Predict(samples.Inputs, expectedOutputs);
        GuardedRun.Announce($"ComputeLoss with labels, {samples.Count} samples");
        outputs.Clear();
        GuardedRun.Compare("ComputeLoss", [network.ComputeLoss(samples.Inputs, samples.Labels)], [network.ComputeLoss(inputs, labels, outputs)]);
        GuardedRun.Compare("Outputs of ComputeLoss", expectedOutputs, outputs);

        GuardedRun.Announce($"ComputeGradients with labels, {samples.Count} samples");
        float loss = network.ComputeGradients(samples.Inputs, samples.Labels);
        float[] expected = network.Gradients.ToArray();
        GuardedRun.Compare("ComputeGradients", [loss], [network.ComputeGradients(inputs, labels)]);
        GuardedRun.Compare("Gradients", expected, network.Gradients);
        WithInputGradients(inputs, default, labels);
    }

    private void WithWeights(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets)
    {
        GuardedRun.Announce($"ComputeGradients with weights, {samples.Count} samples");
        float[] unguarded = [.. Enumerable.Range(0, samples.Count).Select(i => 0.25f * (i % 5 + 1))];
        ReadOnlySpan<float> weights = GuardedMemory.Copy<float>(unguarded, place);
        float loss = network.ComputeGradients(samples.Inputs, samples.Targets, weights: unguarded);
        float[] expected = network.Gradients.ToArray();
        GuardedRun.Compare("Weighted ComputeGradients", [loss], [network.ComputeGradients(inputs, targets, weights: weights)]);
        GuardedRun.Compare("Weighted gradients", expected, network.Gradients);
    }

    private void WithInputGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<int> labels)
    {
        if (item.InputGradients is not { } compute)
            return;
        GuardedRun.Announce($"ComputeGradients with input gradients, {samples.Count} samples");
        Span<float> inputGradients = GuardedMemory.Allocate<float>(inputs.Length, place);
        float[] expected = new float[inputs.Length];
        float loss = compute(network, samples.Inputs, targets.ToArray(), labels.ToArray(), expected, 0);
        GuardedRun.Compare("ComputeGradients", [loss], [compute(network, inputs, targets, labels, inputGradients, 0)]);
        GuardedRun.Compare("Input gradients", expected, inputGradients);
    }
}
