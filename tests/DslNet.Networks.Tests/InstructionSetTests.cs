using System.Runtime.InteropServices;
using DslNet.CompilerServices;

namespace DslNet.Networks.Tests;

/// <summary>The kernels of every instruction set that this processor has, called directly, give the same bits; NEON's run everywhere.</summary>
public class InstructionSetTests
{
    public static TheoryData<string> Names => [.. NetworkCase.All.Select(item => item.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void AllKernelsGiveTheSameBits(string name)
    {
        INetwork network = NetworkCase.Of(name).Create();
        Samples samples = new(network, 127);
        float loss = network.ComputeGradients(samples.Inputs, samples.Targets);
        float[] expected = network.Gradients.ToArray();
        float scale = (float)(1.0 / samples.Targets.Length);
        if (NetworkCase.Of(name).TakesLabels)
            scale = (float)(1.0 / samples.Count);

        IReadOnlyList<Kernels> all = NetworkInsides.Kernels(network);
        Assert.Contains(all, kernels => kernels.Name == "PortableKernels");
        foreach (Kernels kernels in all)
        {
            float[] gradients = new float[expected.Length];
            Array.Fill(gradients, float.NaN);
            AlignedMemory workspace = new(NetworkInsides.WorkspaceLength(network));
            ref float parameters = ref MemoryMarshal.GetReference(network.Parameters), scratch = ref MemoryMarshal.GetReference(workspace.Span);
            kernels.Prepare(ref parameters, ref scratch);
            double sum = kernels.Gradients(
                samples.Inputs, samples.Targets, default, default, 0, samples.Count,
                ref parameters, ref gradients[0], ref scratch, scale, network.Seed, 0);
            Assert.Equal(loss, (float)(sum / (1.0 / scale)), 1e-5f);
            Assert.True(Bits.FirstDifference(expected, gradients) < 0, $"{kernels.Name} gives other gradients.");
        }
    }

    [Fact]
    public void FiftyStepsOfTrainingGiveTheSameBits()
    {
        LeNet5 network = new(seed: 6);
        float[] start = network.Parameters.ToArray();
        float[] expected = Train(network, (samples, step) => network.ComputeGradients(samples.Inputs, samples.Labels, step));
        Assert.NotEqual(-1, Bits.FirstDifference(start, expected));
        Assert.DoesNotContain(expected, number => !float.IsFinite(number));
        IReadOnlyList<Kernels> all = NetworkInsides.Kernels(network);
        Assert.Contains(all, kernels => kernels.Name == "NeonKernels");
        foreach (Kernels kernels in all)
        {
            start.CopyTo(network.Parameters);
            float[] actual = Train(network, (samples, step) => kernels.SumGradients(
                NetworkInsides.Memory(network), samples.Inputs, default, samples.Labels, default, samples.Count, (float)(1.0 / samples.Count), network.Seed, step));
            Assert.True(Bits.FirstDifference(expected, actual) < 0, $"{kernels.Name} gives other parameters.");
        }
    }

    private static float[] Train(LeNet5 network, Action<Samples, int> computeGradients)
    {
        Adam optimizer = new(1e-3f);
        for (int step = 0; step < 50; step++)
        {
            // Whole tiles and what is left over by them, of one sample group and of two.
            computeGradients(new(network, step % 10 == 9 ? 131 : 11 + step % 5, seed: step), step);
            optimizer.Step(network.Parameters, network.Gradients);
        }

        return network.Parameters.ToArray();
    }
}
