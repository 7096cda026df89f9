using System.Reflection;
using System.Runtime.InteropServices;

namespace DslNet.Networks.Tests;

/// <summary>What does not fit is refused by name, with both numbers, before anything is changed.</summary>
public class ArgumentTests
{
    private const int Count = 3, InputLength = ResidualNet.InputLength, OutputLength = ResidualNet.OutputLength;

    private readonly ResidualNet _network = new(seed: 1);
    private readonly Samples _samples;
    private readonly float[] _outputs = new float[Count * OutputLength];
    private readonly float[] _inputGradients = new float[Count * InputLength];
    private readonly float[] _parameters;

    public ArgumentTests()
    {
        _samples = new(_network, Count);
        _outputs.AsSpan().Fill(5);
        _inputGradients.AsSpan().Fill(6);
        _network.Gradients.Fill(7);
        _parameters = _network.Parameters.ToArray();
    }

    private ReadOnlySpan<float> NoWholeSample => _samples.Inputs.AsSpan(0, InputLength + 1);

    [Fact]
    public void InputsAreWholeSamples()
    {
        Refuses("inputs", [$"{InputLength + 1}", $"{InputLength}"], () => _network.Predict(NoWholeSample, _outputs));
        Refuses("inputs", [$"{InputLength + 1}", $"{InputLength}"], () => _network.ComputeLoss(NoWholeSample, _samples.Targets, _outputs));
        Refuses("inputs", [$"{InputLength + 1}", $"{InputLength}"], () => _network.ComputeLoss(NoWholeSample, _samples.Labels, _outputs));
        Refuses("inputs", [$"{InputLength + 1}", $"{InputLength}"], () => _network.ComputeGradients(NoWholeSample, _samples.Targets));
        Refuses("inputs", [$"{InputLength + 1}", $"{InputLength}"], () => _network.ComputeGradients(NoWholeSample, _samples.Labels, _inputGradients));
    }

    [Fact]
    public void ThereIsNoMeanOfNoSamples()
    {
        Refuses("inputs", ["empty", $"{InputLength}"], () => _network.ComputeLoss(default, default(ReadOnlySpan<float>)));
        Refuses("inputs", ["empty", $"{InputLength}"], () => _network.ComputeLoss(default, default(ReadOnlySpan<int>)));
        Refuses("inputs", ["empty", $"{InputLength}"], () => _network.ComputeGradients(default, default(ReadOnlySpan<float>)));
        Refuses("inputs", ["empty", $"{InputLength}"], () => _network.ComputeGradients(default, default(ReadOnlySpan<int>)));
    }

    [Fact]
    public void OutputsFitTheSamples()
    {
        string[] numbers = [$"{_outputs.Length - 1}", $"{_outputs.Length}"];
        Refuses("outputs", numbers, () => _network.Predict(_samples.Inputs, _outputs.AsSpan(1)));
        Refuses("outputs", ["0", $"{_outputs.Length}"], () => _network.Predict(_samples.Inputs, default));
        Refuses("outputs", [$"{_outputs.Length}", "0"], () => _network.Predict(default, _outputs));
        Refuses("outputs", numbers, () => _network.ComputeLoss(_samples.Inputs, _samples.Targets, _outputs.AsSpan(1)));
        Refuses("outputs", numbers, () => _network.ComputeLoss(_samples.Inputs, _samples.Labels, _outputs.AsSpan(1)));
    }

    [Fact]
    public void TargetsAndLabelsFitTheSamples()
    {
        string[] targets = [$"{_samples.Targets.Length - 1}", $"{_samples.Targets.Length}"], labels = [$"{Count - 1}", $"{Count}"];
        Refuses("targets", targets, () => _network.ComputeLoss(_samples.Inputs, _samples.Targets.AsSpan(1), _outputs));
        Refuses("targets", targets, () => _network.ComputeGradients(_samples.Inputs, _samples.Targets.AsSpan(1)));
        Refuses("targets", targets, () => _network.ComputeGradients(_samples.Inputs, _samples.Targets.AsSpan(1), _inputGradients));
        Refuses("labels", labels, () => _network.ComputeLoss(_samples.Inputs, _samples.Labels.AsSpan(1), _outputs));
        Refuses("labels", labels, () => _network.ComputeGradients(_samples.Inputs, _samples.Labels.AsSpan(1)));
        Refuses("labels", labels, () => _network.ComputeGradients(_samples.Inputs, _samples.Labels.AsSpan(1), _inputGradients));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(OutputLength)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void LabelsAreClasses(int label)
    {
        int[] labels = [0, label, 0];
        string[] numbers = [$"{label}", $"{OutputLength}"];
        Refuses("labels", numbers, () => _network.ComputeLoss(_samples.Inputs, labels, _outputs));
        Refuses("labels", numbers, () => _network.ComputeGradients(_samples.Inputs, labels));
        Refuses("labels", numbers, () => _network.ComputeGradients(_samples.Inputs, labels, _inputGradients));
    }

    [Fact]
    public void InputGradientsFitTheInputs()
    {
        string[] numbers = [$"{_inputGradients.Length - 1}", $"{_samples.Inputs.Length}"];
        Refuses("inputGradients", numbers, () => _network.ComputeGradients(_samples.Inputs, _samples.Targets, _inputGradients.AsSpan(1)));
        Refuses("inputGradients", numbers, () => _network.ComputeGradients(_samples.Inputs, _samples.Labels, _inputGradients.AsSpan(1)));
    }

    [Fact]
    public void WhatIsWrittenLiesApartFromWhatIsRead()
    {
        float[] shared = new float[2 * _samples.Inputs.Length];
        float probability = 1f / _samples.OutputLength;
        Array.Fill(shared, probability); // which may be targets too
        Refuses("outputs", ["overlaps"], () => _network.Predict(shared.AsSpan(0, _samples.Inputs.Length), shared.AsSpan(_samples.Inputs.Length - 1, _outputs.Length)));
        Refuses("outputs", ["overlaps"], () => _network.ComputeLoss(_samples.Inputs, shared.AsSpan(0, _outputs.Length), shared.AsSpan(1, _outputs.Length)));
        Refuses("outputs", ["overlaps"], () => _network.ComputeLoss(shared.AsSpan(0, _samples.Inputs.Length), _samples.Labels, shared.AsSpan(0, _outputs.Length)));
        Refuses("inputGradients", ["overlaps"], () => _network.ComputeGradients(shared.AsSpan(0, _samples.Inputs.Length), _samples.Targets, shared.AsSpan(1, _samples.Inputs.Length)));
        Refuses("inputGradients", ["overlaps"], () => _network.ComputeGradients(_samples.Inputs, shared.AsSpan(0, _outputs.Length), shared.AsSpan(0, _samples.Inputs.Length)));
        Assert.All(shared, number => Assert.Equal(probability, number));
    }

    /// <summary>A label that is overwritten between its check and its use would be an offset to anywhere.</summary>
    [Fact]
    public void LabelsLieApartFromWhatIsWritten()
    {
        int[] shared = new int[_samples.Inputs.Length];
        Refuses("outputs", ["overlaps"], () => _network.ComputeLoss(_samples.Inputs, shared.AsSpan(0, Count), MemoryMarshal.Cast<int, float>(shared.AsSpan(0, _outputs.Length))));
        Refuses("inputGradients", ["overlaps"], () => _network.ComputeGradients(_samples.Inputs, shared.AsSpan(0, Count), MemoryMarshal.Cast<int, float>(shared.AsSpan())));
        Assert.All(shared, number => Assert.Equal(0, number));
    }

    [Fact]
    public void MemoryOfTheNetworkIsRefused()
    {
        _network.ComputeGradients(_samples.Inputs, _samples.Labels);
        float[] before = _network.Parameters.ToArray();
        Assert.Throws<ArgumentException>("outputs", () => _network.Predict(_samples.Inputs, _network.Parameters[.._outputs.Length]));
        Assert.Throws<ArgumentException>("inputs", () => _network.ComputeGradients(_network.Gradients[.._samples.Inputs.Length], _samples.Labels));
        Assert.Equal(before, _network.Parameters.ToArray());
    }

    /// <summary>One sample of a small network takes a way of its own.</summary>
    [Fact]
    public void OneSampleIsCheckedAsSeveralAre()
    {
        OddNet network = new(seed: 1);
        Assert.NotNull(typeof(OddNet).GetMethod("PredictOne", BindingFlags.NonPublic | BindingFlags.Instance));
        float[] parameters = network.Parameters.ToArray();
        Samples sample = new(network, 1);
        int inputs = sample.Inputs.Length, outputs = sample.Targets.Length;
        float[] result = new float[2 * outputs], shared = new float[inputs + outputs];
        Refuses("outputs", [$"{2 * outputs}", $"{outputs}"], () => network.Predict(sample.Inputs, result));
        Refuses("outputs", [$"{outputs - 1}", $"{outputs}"], () => network.Predict(sample.Inputs, result.AsSpan(0, outputs - 1)));
        Refuses("outputs", ["0", $"{outputs}"], () => network.Predict(sample.Inputs, default));
        Refuses("outputs", [$"{outputs}", "0"], () => network.Predict(default, result.AsSpan(0, outputs)));
        Refuses("inputs", [$"{inputs - 1}", $"{inputs}"], () => network.Predict(sample.Inputs.AsSpan(1), result.AsSpan(0, outputs)));
        Refuses("outputs", ["overlaps"], () => network.Predict(shared.AsSpan(0, inputs), shared.AsSpan(inputs - 1, outputs)));
        Refuses("outputs", ["the network itself"], () => network.Predict(sample.Inputs, network.Parameters[..outputs]));
        Assert.All([.. result, .. shared], number => Assert.Equal(0, number));
        Assert.Equal(parameters, network.Parameters.ToArray());

        network.Predict(sample.Inputs, result.AsSpan(0, outputs));
        sample.Inputs.CopyTo(shared, 0);
        network.Predict(shared.AsSpan(0, inputs), shared.AsSpan(inputs));
        Assert.Equal(result.AsSpan(0, outputs).ToArray(), shared.AsSpan(inputs).ToArray());
    }

    [Fact]
    public void NeighboursDoNotOverlap()
    {
        float[] shared = [.. _samples.Inputs, .. _outputs];
        _network.Predict(_samples.Inputs, _outputs);
        _network.Predict(shared.AsSpan(0, _samples.Inputs.Length), shared.AsSpan(_samples.Inputs.Length));
        Assert.Equal(_outputs, shared.AsSpan(_samples.Inputs.Length).ToArray());
    }

    [Fact]
    public void ALossThatTakesNoLabelsSaysSo()
    {
        INetwork network = new OddNet(seed: 1);
        Samples samples = new(network, 1);
        Assert.Contains(nameof(OddNet), Assert.Throws<InvalidOperationException>(() => network.ComputeLoss(samples.Inputs, samples.Labels)).Message);
        Assert.Contains(nameof(OddNet), Assert.Throws<InvalidOperationException>(() => network.ComputeGradients(samples.Inputs, samples.Labels)).Message);
    }

    private void Refuses(string argument, string[] parts, Action call)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(argument, call);
        Assert.All(parts, part => Assert.Contains(part, exception.Message));
        Assert.All(_outputs, number => Assert.Equal(5, number));
        Assert.All(_inputGradients, number => Assert.Equal(6, number));
        Assert.All(_network.Gradients.ToArray(), number => Assert.Equal(7, number));
        Assert.Equal(_parameters, _network.Parameters.ToArray());
    }
}
