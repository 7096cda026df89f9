using System.Runtime.InteropServices;
using DslNet.CompilerServices;

namespace DslNet.Networks.Tests;

/// <summary>What scratch memory held before makes no difference: nothing is read that was not written by the same call.</summary>
public class ScratchMemoryTests
{
    public static TheoryData<string, int> Runs
    {
        get
        {
            TheoryData<string, int> runs = [];
            foreach (NetworkCase item in NetworkCase.All)
            {
                foreach (int count in new[] { 1, 5, 130 })
                    runs.Add(item.Name, count);
            }

            return runs;
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void ZerosAndNaNsGiveTheSameBits(string name, int count)
    {
        NetworkCase item = NetworkCase.Of(name);
        float[] zeros = Everything(item, count, 0x00), ones = Everything(item, count, 0xFF);
        Assert.Equal(-1, Bits.FirstDifference(zeros, ones));
        Assert.DoesNotContain(zeros, float.IsNaN);
    }

    /// <summary>All that a network computes, one after the other, with scratch memory filled anew before each call.</summary>
    private static float[] Everything(NetworkCase item, int count, byte content)
    {
        INetwork network = item.Create();
        Samples samples = new(network, count);
        float[] outputs = new float[samples.Targets.Length], inputGradients = new float[samples.Inputs.Length];
        List<float> results = [];
        Fill(network, content);
        network.Predict(samples.Inputs, outputs);
        results.AddRange(outputs);
        Fill(network, content);
        results.Add(network.ComputeLoss(samples.Inputs, samples.Targets, outputs));
        results.AddRange(outputs);
        Fill(network, content);
        results.Add(network.ComputeGradients(samples.Inputs, samples.Targets, step: 3));
        results.AddRange(network.Gradients);
        if (item.TakesLabels)
        {
            Fill(network, content);
            results.Add(network.ComputeLoss(samples.Inputs, samples.Labels));
            Fill(network, content);
            results.Add(network.ComputeGradients(samples.Inputs, samples.Labels, step: 3));
            results.AddRange(network.Gradients);
        }

        if (item.InputGradients is { } compute)
        {
            Fill(network, content);
            MemoryMarshal.AsBytes(inputGradients.AsSpan()).Fill(content);
            results.Add(compute(network, samples.Inputs, samples.Targets, default, inputGradients, 3));
            results.AddRange(inputGradients);
        }

        return [.. results];
    }

    private static void Fill(INetwork network, byte content)
    {
        NetworkMemory memory = NetworkInsides.Memory(network);
        AlignedMemory arena = memory.RentArena();
        MemoryMarshal.AsBytes(arena.Span).Fill(content);
        memory.ReturnArena(arena);
        AlignedMemory workspace = memory.Workspace(0);
        MemoryMarshal.AsBytes(workspace.Span).Fill(content);
        MemoryMarshal.AsBytes(NetworkInsides.CallMemory(network)).Fill(content);
        MemoryMarshal.AsBytes(network.Gradients).Fill(content);
    }
}
