using System.Runtime.InteropServices;
using DslNet.CompilerServices;

namespace DslNet.Generators.Tests.Values;

/// <summary>Sixteen networks of one class: what they predict one by one, and together.</summary>
internal static class MemberRun
{
    private const int Members = 16;

    /// <summary>Compares them, bit by bit.</summary>
    /// <param name="type">The networks' class, whose instances predict by themselves.</param>
    /// <param name="seed">Of parameters and inputs.</param>
    public static void Verify(Type type, int seed) =>
        typeof(MemberRun).GetMethod(nameof(VerifyClass), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, [seed]);

    private static void VerifyClass<TNetwork>(int seed) where TNetwork : IPopulationNetwork<TNetwork>
    {
        Random random = new(seed);
        TNetwork network = TNetwork.Create(seed);
        int input = TNetwork.Declaration.InputLength, output = TNetwork.Declaration.OutputLength, length = network.Parameters.Length;

        // What is behind outputs and scratch memory must not be written.
        AlignedMemory parameters = new(length * Members), inputs = new(input * Members), outputs = new((output + 1) * Members), scratch = new(TNetwork.MemberScratchLength + Members);
        outputs.Span.Fill(float.NaN);
        scratch.Span.Fill(float.NaN);
        float[] expected = new float[output * Members];
        float[] sample = new float[input];
        for (int member = 0; member < Members; member++)
        {
            network.Initialize(seed + member);
            foreach (ParameterDescription parameter in TNetwork.Declaration.Parameters)
            {
                float[] values = [.. Enumerable.Range(0, parameter.Shape.Length).Select(_ => random.NextSingle() * 2 - 1)];
                new ParameterTensor(network, parameter).CopyFrom(values);
            }

            for (int i = 0; i < length; i++)
                parameters.Span[i * Members + member] = network.Parameters[i];
            for (int i = 0; i < input; i++)
                inputs.Span[i * Members + member] = sample[i] = random.NextSingle() * 4 - 2;
            network.Predict(sample, expected.AsSpan(member * output, output));
        }

        TNetwork.PredictMembers(
            ref MemoryMarshal.GetReference(parameters.Span), ref MemoryMarshal.GetReference(inputs.Span), ref MemoryMarshal.GetReference(outputs.Span),
            ref MemoryMarshal.GetReference(scratch.Span));
        for (int member = 0; member < Members; member++)
        {
            float[] actual = [.. Enumerable.Range(0, output).Select(i => outputs.Span[i * Members + member])];
            Closeness.VerifyBits($"member {member}", expected.AsSpan(member * output, output).ToArray(), actual);
        }

        Assert.All(outputs.Span[(output * Members)..].ToArray(), value => Assert.True(float.IsNaN(value)));
        Assert.All(scratch.Span[TNetwork.MemberScratchLength..].ToArray(), value => Assert.True(float.IsNaN(value)));
    }
}
