using DslNet.Generators.Tests.Harness;
using DslNet.Generators.Tests.Oracle;

namespace DslNet.Generators.Tests.Values;

/// <summary>Compares a generated network with the oracle, its targets with each other, and batches with single samples.</summary>
internal static class NetworkCheck
{
    public static void Run(NetworkAssembly native, IReadOnlyList<NetworkAssembly> others, string name, OracleNetwork oracle, int seed, IReadOnlyList<int> batches, bool mustBeClose = true)
    {
        var random = new Random(seed);
        oracle.DrawParameters(random);
        INetwork network = Create(native, name, oracle);
        INetwork[] same = [.. others.Select(other => Create(other, name, oracle))];
        if (oracle.LeastBatch > 1)
            batches = [.. batches.Where(batch => batch >= oracle.LeastBatch).DefaultIfEmpty(oracle.LeastBatch)];
        Sample[] samples = oracle.DrawSamples(random, batches);
        foreach (int batch in batches)
        {
            BatchRun run = BatchRun.Of(network, oracle, samples[..batch]);
            Compare(oracle.Evaluate(samples[..batch]), run, oracle, $"batch {batch}", mustBeClose);
            for (int i = 0; i < same.Length; i++)
                CompareBits(run, BatchRun.Of(same[i], oracle, samples[..batch]), others[i].Targets);
            CompareBits(run, BatchRun.Of(network, oracle, samples[..batch]), "again");
        }

        if (oracle.IsSequence)
        {
            if (oracle.HasStreams)
                StreamCheck.Run([network, .. same], samples, random);
            foreach (INetwork each in (INetwork[])[network, .. same])
                SequenceCheck.Run(each, oracle, samples, random);
            CompareSequences(network, same, oracle, samples, mustBeClose);
            return;
        }

        int most = batches.Max();
        BatchRun all = BatchRun.Of(network, oracle, samples);
        int length = oracle.Output.Length;
        for (int s = 0; s < most; s++)
        {
            float[] single = new float[length], input = [.. samples[s].Input.Select(number => (float)number)];
            foreach (INetwork each in (INetwork[])[network, .. same])
            {
                NetworkCalls.Predict(each, input, single);
                Closeness.VerifyBits($"sample {s} alone", all.Outputs.AsSpan(s * length, length), single);
            }
        }
    }

    /// <summary>The same frames as three sequences: their losses and gradients.</summary>
    private static void CompareSequences(INetwork network, IReadOnlyList<INetwork> same, OracleNetwork oracle, Sample[] samples, bool mustBeClose)
    {
        int frames = samples.Length / 3;
        if (frames == 0)
            return;
        BatchRun run = BatchRun.Of(network, oracle, samples[..(3 * frames)], frames);
        OracleResult expected = oracle.Evaluate(samples[..(3 * frames)], frames);
        if (!expected.IsDoubtful)
            Compare(expected, run, oracle, "three sequences", mustBeClose);
        foreach (INetwork other in same)
            CompareBits(run, BatchRun.Of(other, oracle, samples[..(3 * frames)], frames), "three sequences");
    }

    /// <summary>Creates a network and gives it the oracle's parameters.</summary>
    public static INetwork Create(NetworkAssembly assembly, string name, OracleNetwork oracle)
    {
        INetwork network = assembly.Create(name);
        var shapes = oracle.Layers.SelectMany(layer => layer.ParameterShapes).ToList();
        var parameters = oracle.Parameters.SelectMany(layer => layer).ToList();
        Assert.Equal(shapes.Count, network.Description.Parameters.Length);
        for (int i = 0; i < shapes.Count; i++)
        {
            ParameterDescription description = network.Description.Parameters[i];
            Assert.Equal(shapes[i], description.Shape.Axes);
            new ParameterTensor(network, description).CopyFrom([.. parameters[i].Select(number => (float)number)]);
        }

        double[][] states = [.. oracle.Layers.SelectMany(layer => layer.States)];
        Assert.Equal(states.Length, network.Description.States.Length);
        for (int i = 0; i < states.Length; i++)
        {
            StateDescription description = network.Description.States[i];
            Assert.Equal([states[i].Length], description.Shape.Axes);
            states[i].Select(number => (float)number).ToArray().CopyTo(network.States[description.Offset..]);
        }

        Assert.Equal(oracle.Input.Length, network.Description.InputLength);
        Assert.Equal(oracle.Output.Length, network.Description.OutputLength);
        return network;
    }

    private static void Compare(OracleResult expected, BatchRun actual, OracleNetwork oracle, string what, bool mustBeClose)
    {
        Verify($"{what}: outputs", expected.Outputs, actual.Outputs, mustBeClose: true);
        if (oracle.Loss is null)
            return;

        Closeness.VerifyBits($"{what}: outputs with the loss", actual.Outputs, actual.LossOutputs);
        Closeness.Verify($"{what}: loss", expected.Loss, expected.LossError, actual.Loss);
        Closeness.Verify($"{what}: loss with gradients", expected.TrainingLoss, expected.TrainingLossError, actual.GradientLoss);
        for (int i = 0; i < expected.States.Count; i++)
            Closeness.Verify($"{what}: state {i}", expected.States[i], actual.States[i], mustBeClose);
        Sums[] gradients = [.. expected.ParameterGradients.SelectMany(layer => layer)];
        for (int i = 0; i < gradients.Length; i++)
            Closeness.Verify($"{what}: gradient of parameter {i}", gradients[i].ToBounded(), actual.ParameterGradients[i], mustBeClose);
        if (oracle.InputGradient)
            Verify($"{what}: input gradient", expected.InputGradients, actual.InputGradients, mustBeClose);

        // The places between parameters have no gradient, or an optimiser would fill them.
        int nonzero = actual.ParameterGradients.Sum(gradient => gradient.Count(number => number != 0));
        Assert.Equal(nonzero, actual.Gradients.Count(number => number != 0));
    }

    private static void Verify(string what, IReadOnlyList<Bounded> expected, float[] actual, bool mustBeClose)
    {
        var together = new Bounded(actual.Length);
        int at = 0;
        foreach (Bounded one in expected)
        {
            for (int i = 0; i < one.Length; i++)
                together.Set(at++, one.Value[i], one.Error[i]);
        }

        Assert.Equal(at, actual.Length);
        Closeness.Verify(what, together, actual, mustBeClose);
    }

    private static void CompareBits(BatchRun expected, BatchRun actual, string what)
    {
        Closeness.VerifyBits($"{what}: outputs", expected.Outputs, actual.Outputs);
        Closeness.VerifyBits($"{what}: loss", [expected.Loss, expected.GradientLoss], [actual.Loss, actual.GradientLoss]);
        Closeness.VerifyBits($"{what}: gradients", expected.Gradients, actual.Gradients);
        Closeness.VerifyBits($"{what}: input gradients", expected.InputGradients, actual.InputGradients);
        for (int i = 0; i < expected.States.Count; i++)
            Closeness.VerifyBits($"{what}: state {i}", expected.States[i], actual.States[i]);
    }
}
