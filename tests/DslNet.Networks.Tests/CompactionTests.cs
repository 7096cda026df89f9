using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DslNet.Networks.Tests;

/// <summary>Kernels work on ordinary arrays, which the collector may move at any moment.</summary>
public class CompactionTests
{
    private const int Most = 20_000, EnoughMoves = 5;

    [Theory]
    [InlineData(nameof(LeNet5), 12)]
    [InlineData(nameof(ResidualNet), 24)]
    [InlineData(nameof(WideNet), 64)]
    [InlineData(nameof(WideNet), 128)] // divided among threads, which copy references from the caller's stack; longer arrays would not move
    public void ArraysMayMoveWhileKernelsRun(string name, int count)
    {
        NetworkCase item = NetworkCase.Of(name);
        INetwork network = item.Create();
        Samples samples = new(network, count);
        float[] expectedOutputs = new float[samples.Targets.Length], expectedInputGradients = new float[samples.Inputs.Length];
        network.Predict(samples.Inputs, expectedOutputs);
        float expectedLoss = Gradients(samples, expectedInputGradients);
        float[] expected = network.Gradients.ToArray();

        using CancellationTokenSource done = new();
        Thread collector = new(() => Collect(done.Token)) { IsBackground = true };
        collector.Start();
        int moves = 0;
        for (int i = 0; i < Most && moves < EnoughMoves; i++)
        {
            // New arrays each time: those that have survived collections lie still.
            Samples fresh = new(network, count);
            float[] outputs = new float[expectedOutputs.Length], inputGradients = new float[expectedInputGradients.Length];
            nint before = Address(fresh.Inputs);
            network.Predict(fresh.Inputs, outputs);
            float loss = Gradients(fresh, inputGradients);
            if (Address(fresh.Inputs) != before)
                moves++;
            Assert.Equal(expectedLoss, loss);
            Assert.Equal(-1, Bits.FirstDifference(expectedOutputs, outputs));
            Assert.Equal(-1, Bits.FirstDifference(expected, network.Gradients));
            Assert.Equal(-1, Bits.FirstDifference(expectedInputGradients, inputGradients));
        }

        done.Cancel();
        collector.Join();
        Assert.True(moves >= EnoughMoves, $"Inputs moved {moves} times while kernels ran: too few to prove anything.");

        float Gradients(Samples given, float[] inputGradients) => item.InputGradients is { } compute
            ? compute(network, given.Inputs, given.Targets, default, inputGradients, 0)
            : network.ComputeGradients(given.Inputs, given.Targets);
    }

    /// <summary>Makes holes in the heap, and has them closed, again and again.</summary>
    private static void Collect(CancellationToken done)
    {
        byte[][] rubbish = new byte[64][];
        for (int i = 0; !done.IsCancellationRequested; i++)
        {
            for (int j = 0; j < rubbish.Length; j++)
                rubbish[(i + j) % rubbish.Length] = new byte[1 + (i * 31 + j * 977) % 20_000];
            GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        }
    }

    private static nint Address(float[] array) => Unsafe.ByteOffset(ref Unsafe.NullRef<float>(), ref MemoryMarshal.GetArrayDataReference(array));
}
