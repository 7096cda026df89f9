using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DslNet.CompilerServices;

namespace DslNet.Networks.Tests;

/// <summary>The kernels of every instruction set that this processor has, called directly, give the same bits.</summary>
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
            AlignedMemory workspace = new(NetworkInsides.WorkspaceLength(network));
            ref float parameters = ref MemoryMarshal.GetReference(network.Parameters), scratch = ref MemoryMarshal.GetReference(workspace.Span);
            kernels.Prepare(ref parameters, ref scratch);
            double sum = kernels.Gradients(
                ref samples.Inputs[0], ref samples.Targets[0], ref Unsafe.NullRef<int>(), ref Unsafe.NullRef<float>(), 0, (nuint)samples.Count,
                ref parameters, ref gradients[0], ref scratch, scale, network.Seed, 0);
            Assert.Equal(loss, (float)(sum / (1.0 / scale)), 1e-5f);
            Assert.True(Bits.FirstDifference(expected, gradients) < 0, $"{kernels.Name} gives other gradients.");
        }
    }
}
