using System.Buffers.Binary;
using System.Text;
using System.Text.Json.Nodes;

namespace DslNet.Networks.Tests;

/// <summary>What layers keep beside their parameters: who changes it, who reads it, and that files have it.</summary>
public class StateTests
{
    private const int Count = 20;

    /// <summary>PyTorch's formula, with the unbiased variance.</summary>
    [Fact]
    public void AStepMovesRunningStatisticsByTheirMomentum()
    {
        Statistics net = new(seed: 1);
        float[] inputs = [1, 2, 3, 6], targets = [0, 0, 0, 0];
        net.ComputeGradients(inputs, targets);
        Assert.Equal(0.75f * 0 + 0.25f * 3, net.BatchNorm1.RunningMean[0]);
        Assert.Equal(0.75f * 1 + 0.25f * (14f / 3), net.BatchNorm1.RunningVariance[0], 1e-6f);
        net.ComputeGradients(inputs, targets);
        Assert.Equal(0.75f * 0.75f + 0.25f * 3, net.BatchNorm1.RunningMean[0]);
    }

    /// <summary>Momentum 1 takes a step's own statistics over: a prediction of the same samples then differs by the bias of the variance alone.</summary>
    [Fact]
    public void PredictionUsesThem()
    {
        Statistics net = new(seed: 1);
        net.BatchNorm1.RunningMean[0] = 3;
        net.BatchNorm1.RunningVariance[0] = 4;
        net.BatchNorm1.Weight[0] = 10;
        net.BatchNorm1.Bias[0] = 7;
        float[] outputs = new float[2];
        net.Predict([5, 3], outputs);
        Assert.Equal(17, outputs[0], 1e-4f);
        Assert.Equal(7, outputs[1]);
    }

    [Fact]
    public void WhatPredictsChangesNoState()
    {
        BatchNet net = new(seed: 1);
        Samples samples = new(net, Count);
        net.ComputeGradients(samples.Inputs, samples.Labels);
        float[] before = net.States.ToArray(), outputs = new float[samples.Targets.Length];
        net.Predict(samples.Inputs, outputs);
        net.Predict(samples.Inputs.AsSpan(0, BatchNet.InputLength), outputs.AsSpan(0, BatchNet.OutputLength));
        net.ComputeLoss(samples.Inputs, samples.Labels);
        net.Evaluate(Dataset.FromLabels(samples.Inputs, samples.Labels, BatchNet.InputLength));
        Assert.Equal(before, net.States.ToArray());
        Assert.DoesNotContain(before, value => !float.IsFinite(value));
    }

    [Fact]
    public void ACallThatFailsChangesNoState()
    {
        BatchNet net = new(seed: 1);
        Samples samples = new(net, Count);
        float[] before = net.States.ToArray();
        Assert.Throws<ArgumentException>(() => net.ComputeGradients(samples.Inputs, [.. samples.Labels[..^1], 99]));
        Assert.Throws<ArgumentException>(() => new Adam().Step(net, samples.Inputs[1..], samples.Labels));
        Assert.Equal(before, net.States.ToArray());
    }

    /// <summary>A step of the optimiser is a computation of gradients and an update, also in this.</summary>
    [Fact]
    public void AStepOfAnOptimizerIsAComputationOfGradients()
    {
        BatchNet one = new(seed: 1), other = new(seed: 1);
        Samples samples = new(one, Count);
        new SGD(0.1f) { WeightDecay = 0.5f }.Step(one, samples.Inputs, samples.Labels);
        other.ComputeGradients(samples.Inputs, samples.Labels);
        Assert.Equal(other.States.ToArray(), one.States.ToArray());
        Assert.NotEqual(other.Parameters.ToArray(), one.Parameters.ToArray());
    }

    [Fact]
    public void ATrainingThatIsStoppedLeavesTheStateOfItsLastStep()
    {
        BatchNet one = new(seed: 1), other = new(seed: 1);
        Samples samples = new(one, Count);
        Dataset data = Dataset.FromLabels(samples.Inputs, samples.Labels, BatchNet.InputLength);
        FitResult result = one.Fit(data, new FitOptions { Optimizer = new SGD(0.1f), Epochs = 3, BatchSize = 4, Shuffle = false, Callback = progress => progress.Stop() });
        Assert.Equal(1, result.Steps);
        new SGD(0.1f).Step(other, samples.Inputs.AsSpan(0, 4 * BatchNet.InputLength), samples.Labels.AsSpan(0, 4));
        Assert.Equal(other.States.ToArray(), one.States.ToArray());
    }

    [Fact]
    public void InitializeSetsThemBack()
    {
        BatchNet net = new(seed: 1);
        float[] start = net.States.ToArray();
        Samples samples = new(net, Count);
        net.ComputeGradients(samples.Inputs, samples.Labels);
        Assert.NotEqual(start, net.States.ToArray());
        net.Initialize(seed: 2);
        Assert.Equal(start, net.States.ToArray());
        Assert.All(net.BatchNorm1.RunningMean.ToArray(), value => Assert.Equal(0, value));
        Assert.All(net.BatchNorm1.RunningVariance.ToArray(), value => Assert.Equal(1, value));
    }

    [Fact]
    public void TheyAreNoParameters()
    {
        NetworkDescription description = BatchNet.Declaration;
        Assert.Equal(6, description.States.Length);
        Assert.Equal(["batchNorm1.running_mean", "batchNorm1.running_var"], description.Layers[1].States.Select(state => state.Name));
        Assert.Equal(description.States, description.Layers.SelectMany(layer => layer.States));
        Assert.DoesNotContain(description.Parameters, parameter => parameter.Name.Contains("running", StringComparison.Ordinal));
        Assert.Equal(2 * 20, description.Layers[1].ParameterCount);
        Assert.Equal(description.ParameterLength, new BatchNet(seed: 1).Parameters.Length);
        Assert.True(((INetwork)new LeNet5(seed: 1)).States.IsEmpty);
    }

    [Fact]
    public void WithBothSpansANetworkIsCopied()
    {
        BatchNet net = Trained(), copy = new(seed: 5);
        net.Parameters.CopyTo(copy.Parameters);
        net.States.CopyTo(copy.States);
        Assert.Equal(Predictions(net), Predictions(copy));
    }

    [Fact]
    public void FilesHaveThem()
    {
        BatchNet net = Trained();
        using MemoryStream file = new();
        net.Save(file);
        file.Position = 0;
        BatchNet loaded = Network.Load<BatchNet>(file);
        Assert.Equal(net.States.ToArray(), loaded.States.ToArray());
        Assert.Equal(Predictions(net), Predictions(loaded));
    }

    [Fact]
    public void AFileOfPyTorchCountsBatches()
    {
        BatchNet net = Trained();
        byte[] file = Rewrite(net, (header, length) =>
        {
            header["batchNorm1.num_batches_tracked"] = new JsonObject { ["dtype"] = "I64", ["shape"] = new JsonArray(), ["data_offsets"] = new JsonArray(length, length + 8) };
            return length + 8;
        });
        BatchNet loaded = Network.Load<BatchNet>(new MemoryStream(file));
        Assert.Equal(net.States.ToArray(), loaded.States.ToArray());
    }

    [Fact]
    public void AFileWithoutThemIsRefused()
    {
        BatchNet net = Trained();
        byte[] file = Rewrite(net, (header, length) =>
        {
            JsonNode last = header["batchNorm3.running_var"]!;
            header.Remove("batchNorm3.running_var");
            return (int)last["data_offsets"]![0]!;
        });
        BatchNet other = new(seed: 5);
        float[] before = [.. other.Parameters, .. other.States];
        InvalidDataException exception = Assert.Throws<InvalidDataException>(() => other.Load(new MemoryStream(file)));
        Assert.Contains("lacks batchNorm3.running_var (9) of BatchNet", exception.Message, StringComparison.Ordinal);
        Assert.Equal(-1, Bits.FirstDifference(before, [.. other.Parameters, .. other.States]));
    }

    [Fact]
    public void TheyAreNoMemoryForOutputs()
    {
        BatchNet net = new(seed: 1);
        Samples samples = new(net, 1);
        ArgumentException exception = Assert.Throws<ArgumentException>(() => net.Predict(samples.Inputs, net.States[..BatchNet.OutputLength]));
        Assert.Contains("memory of the network itself", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OneSampleHasNoStatisticsOfOneValue()
    {
        BatchedVectorNet net = new(seed: 1);
        float[] inputs = new float[BatchedVectorNet.InputLength], outputs = new float[BatchedVectorNet.OutputLength], before = net.States.ToArray();
        net.Predict(inputs, outputs);
        ArgumentException exception = Assert.Throws<ArgumentException>(() => net.ComputeGradients(inputs, [0]));
        Assert.Equal(
            "A training step has 1 sample, but BatchNorm1 normalizes each value over the samples of a step, and one value is its own mean. Pass 2 samples or more. (Parameter 'inputs')",
            exception.Message);
        Assert.Equal(before, net.States.ToArray());

        // Of an image each channel has several values in a sample.
        BatchNet image = new(seed: 1);
        Samples one = new(image, 1);
        Assert.True(float.IsFinite(image.ComputeGradients(one.Inputs, one.Labels)));
    }

    [Theory]
    [InlineData(33, 32, "The last batch of 33 samples in batches of 32 has 1, but", "Set FitOptions.BatchSize to 33, or leave one sample out.")]
    [InlineData(13, 3, "The last batch of 13 samples in batches of 3 has 1, but", "Set FitOptions.BatchSize to 5, or leave one sample out.")]
    [InlineData(8, 1, "FitOptions.BatchSize is 1, but", "Set it to 2 or more.")]
    [InlineData(1, 4, "There is 1 sample, but", "Give 2 samples or more.")]
    public void FitRefusesBatchesOfOneSampleBeforeTheFirstStep(int samples, int batchSize, string fact, string remedy)
    {
        BatchedVectorNet net = new(seed: 1);
        Dataset data = Dataset.FromLabels(new float[samples * BatchedVectorNet.InputLength], new int[samples], BatchedVectorNet.InputLength);
        float[] before = [.. net.Parameters, .. net.States];
        ArgumentException exception = Assert.Throws<ArgumentException>(() => net.Fit(data, new FitOptions { Optimizer = new SGD(0.1f), BatchSize = batchSize }));
        Assert.StartsWith($"{fact} BatchNorm1 normalizes each value", exception.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, exception.Message, StringComparison.Ordinal);
        Assert.Equal(-1, Bits.FirstDifference(before, [.. net.Parameters, .. net.States]));
    }

    /// <summary>Few samples in one group, several groups, and groups that are done in parts.</summary>
    [Theory]
    [InlineData(5)]
    [InlineData(300)]
    [InlineData(2500)]
    public void TheNumberOfThreadsChangesNoState(int count)
    {
        int before = NetworkThreads.Count;
        try
        {
            float[]? expected = null;
            foreach (int threads in new[] { 1, 2, 3 })
            {
                NetworkThreads.Count = threads;
                BatchNet net = new(seed: 3);
                Samples samples = new(net, count);
                float loss = net.ComputeGradients(samples.Inputs, samples.Labels, step: 2);
                float[] actual = [loss, .. net.States, .. net.Gradients];
                expected ??= actual;
                Assert.Equal(-1, Bits.FirstDifference(expected, actual));
            }
        }
        finally
        {
            NetworkThreads.Count = before;
        }
    }

    /// <summary>Values far from zero, whose squares have no digits left for the variance.</summary>
    [Fact]
    public void ALargeMeanCostsTheVarianceNoDigits()
    {
        Statistics net = new(seed: 1);
        Random random = new(2);
        float[] inputs = [.. Enumerable.Range(0, 512).Select(_ => 10000 + (float)random.NextDouble())];
        double mean = inputs.Average(value => (double)value), variance = inputs.Sum(value => (value - mean) * (value - mean)) / (inputs.Length - 1);
        net.ComputeGradients(inputs, new float[512]);
        Assert.Equal(variance, (net.BatchNorm1.RunningVariance[0] - 0.75) / 0.25, 1e-4 * variance);
    }

    private static BatchNet Trained()
    {
        BatchNet net = new(seed: 1);
        Samples samples = new(net, Count);
        Adam adam = new(1e-2f);
        for (int step = 0; step < 5; step++)
            adam.Step(net, samples.Inputs, samples.Labels);
        return net;
    }

    private static float[] Predictions(BatchNet net)
    {
        Samples samples = new(net, Count);
        float[] outputs = new float[samples.Targets.Length];
        net.Predict(samples.Inputs, outputs);
        return outputs;
    }

    /// <summary>A file of a network with another header.</summary>
    /// <param name="net">The network.</param>
    /// <param name="change">Changes the header, given how many bytes follow it, and returns how many then do.</param>
    private static byte[] Rewrite(BatchNet net, Func<JsonObject, int, int> change)
    {
        using MemoryStream saved = new();
        net.Save(saved);
        byte[] file = saved.ToArray();
        int length = (int)BinaryPrimitives.ReadInt64LittleEndian(file);
        JsonObject header = JsonNode.Parse(file.AsSpan(8, length))!.AsObject();
        byte[] data = file[(8 + length)..];
        Array.Resize(ref data, change(header, data.Length));
        byte[] json = Encoding.UTF8.GetBytes(header.ToJsonString()), start = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(start, json.Length);
        return [.. start, .. json, .. data];
    }
}
