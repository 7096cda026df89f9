using System.Reflection;
using System.Runtime.InteropServices;
using DslNet.Networks.Tests;

namespace DslNet.Networks.Child;

/// <summary>What <see cref="GuardedRun"/> does, of a network of sequences: its kernels with guarded memory, that of a state too.</summary>
internal static class FrameRun
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static;

    public static void Run(Place place)
    {
        Run(new FrameNet(seed: 3), place);
        Run(new LaneNet(seed: 3), place);
    }

    private static void Run(ISequenceNetwork network, Place place)
    {
        foreach (Type kernels in NetworkInsides.KernelTypes(network))
        {
            Type programs = NetworkInsides.Programs(network, kernels);
            RunStream(network, kernels.Name, programs, place);
            foreach (int frames in GuardedRun.Counts)
                RunGradients(network, kernels.Name, programs, frames, place);
        }
    }

    /// <summary>Blocks until the memory of a state has been moved to its front a few times, and a step between.</summary>
    private static void RunStream(ISequenceNetwork network, string kernels, Type programs, Place place)
    {
        FramesKernel process = SamplesMethod.Over<FramesKernel>(programs.GetMethod("Process", All)!, NetworkInsides.Samples(network));
        FrameKernel step = SamplesMethod.Over<FrameKernel>(programs.GetMethod("Step", All)!, NetworkInsides.Samples(network));
        object layout = network.GetType().GetNestedType("State")!.GetField("s_layout", All)!.GetValue(null)!;
        Span<float> state = GuardedMemory.Allocate<float>(LengthOf(layout, "StateLength"), place), scratch = GuardedMemory.Allocate<float>(LengthOf(layout, "ScratchLength"), place);
        MemoryMarshal.AsBytes(scratch).Fill(0xFF);
        state.Clear();
        Span<float> parameters = GuardedMemory.Allocate<float>(network.Parameters.Length, place);
        network.Parameters.CopyTo(parameters);
        int inputLength = network.Description.InputLength, outputLength = network.Description.OutputLength;
        float[] all = Values(500 * inputLength), expected = new float[500 * outputLength];
        network.Predict(all, expected);
        for (int frame = 0, count = 1; frame < 500; frame += count, count = Math.Min(count % 130 + 13, 500 - frame))
        {
            GuardedRun.Announce($"{kernels}.Process, {count} frames");
            ReadOnlySpan<float> inputs = GuardedMemory.Copy<float>(all.AsSpan(frame * inputLength, count * inputLength), place);
            Span<float> outputs = GuardedMemory.Allocate<float>(count * outputLength, place);
            if (count == 1)
                step(1, 1, inputs, outputs, ref parameters[0], ref scratch[0], ref state[0]);
            else
                process(count, count, inputs, default, outputs, 0, count, ref parameters[0], ref scratch[0], ref state[0]);
            GuardedRun.Compare($"{kernels}.Process", expected.AsSpan(frame * outputLength, outputs.Length), outputs);
        }
    }

    private static void RunGradients(ISequenceNetwork network, string kernels, Type programs, int frames, Place place)
    {
        const int sequences = 2;
        int inputLength = network.Description.InputLength, outputLength = network.Description.OutputLength;
        GuardedRun.Announce($"{kernels}.Gradients, {frames} frames");
        PrepareKernel prepare = programs.GetMethod("Prepare", All)!.CreateDelegate<PrepareKernel>();
        SequenceGradientsKernel compute = SamplesMethod.Over<SequenceGradientsKernel>(programs.GetMethod("Gradients", All)!, NetworkInsides.Samples(network));
        int length = (int)(long)programs.GetMethod("WorkspaceLength", All)!.Invoke(null, [frames])!;
        float[] inputs = Values(sequences * frames * inputLength), targets = Values(sequences * frames * outputLength), expected = new float[network.Parameters.Length];
        double loss = Sum(inputs, targets, network.Parameters.ToArray(), expected, new float[length]);
        Span<float> gradients = GuardedMemory.Allocate<float>(expected.Length, place), scratch = GuardedMemory.Allocate<float>(length, place);
        Span<float> parameters = GuardedMemory.Allocate<float>(expected.Length, place);
        network.Parameters.CopyTo(parameters);
        gradients.Fill(float.NaN);
        MemoryMarshal.AsBytes(scratch).Fill(0xFF);
        double guarded = Sum(GuardedMemory.Copy<float>(inputs, place), GuardedMemory.Copy<float>(targets, place), parameters, gradients, scratch);
        GuardedRun.Compare($"{kernels}.Gradients", expected, gradients);
        if (BitConverter.DoubleToInt64Bits(loss) != BitConverter.DoubleToInt64Bits(guarded))
            throw new InvalidOperationException($"{kernels}.Gradients: the loss is {guarded}, but {loss} with ordinary memory.");

        double Sum(ReadOnlySpan<float> given, ReadOnlySpan<float> compared, Span<float> learned, Span<float> sums, Span<float> memory)
        {
            prepare(ref learned[0], ref memory[0]);
            return compute(sequences * frames, frames, given, compared, 0, sequences, ref learned[0], ref sums[0], ref memory[0], scale: 0.25f, seed: 1, step: 2);
        }
    }

    private static int LengthOf(object layout, string property) => (int)layout.GetType().GetProperty(property, BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(layout)!;

    private static float[] Values(int length) => [.. Enumerable.Range(0, length).Select(i => i % 7 * 0.25f - 0.5f)];
}
