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
        foreach (INetwork network in new INetwork[] { new FrameNet(seed: 3), new LaneNet(seed: 3) })
        {
            foreach (Type kernels in NetworkInsides.KernelTypes(network))
            {
                Type programs = NetworkInsides.Programs(network, kernels);
                RunStream(network, kernels.Name, programs, place);
                foreach (int frames in GuardedRun.Counts)
                    RunGradients(network, network.Description, kernels.Name, programs, frames, place);
            }
        }

        SpokenNet spoken = new(seed: 4);
        foreach (Type kernels in NetworkInsides.KernelTypes(spoken))
        {
            Type programs = NetworkInsides.Programs(spoken, kernels);
            foreach (int frames in GuardedRun.Counts)
            {
                RunWhole(spoken, kernels.Name, programs, frames, place);
                RunGradients(spoken, SpokenNet.Declaration, kernels.Name, programs, frames, place);
            }
        }
    }

    /// <summary>Sequences that are predicted as a whole, the last of them a shorter one.</summary>
    private static void RunWhole(SpokenNet network, string kernels, Type programs, int frames, Place place)
    {
        const int sequences = 3;
        GuardedRun.Announce($"{kernels}.Evaluate, {frames} frames");
        SequencesKernel evaluate = SamplesMethod.Over<SequencesKernel>(programs.GetMethod("Evaluate", All)!, NetworkInsides.Samples(network));
        int[] lengths = [frames, frames, Math.Max(1, frames / 2)];
        float[] all = Values(((sequences - 1) * frames + lengths[^1]) * SpokenNet.InputLength), padded = new float[sequences * frames * SpokenNet.InputLength];
        all.CopyTo(padded, 0);
        float[] expected = new float[sequences * SpokenNet.OutputLength];
        network.Predict(padded, expected, frames, lengths);

        // Of the last sequence there is no memory behind its end: what is not read need not be there.
        Span<float> parameters = GuardedMemory.Allocate<float>(network.Parameters.Length, place), outputs = GuardedMemory.Allocate<float>(expected.Length, place);
        Span<float> scratch = GuardedMemory.Allocate<float>((int)(long)programs.GetMethod("ArenaLength", All)!.Invoke(null, [frames])!, place);
        MemoryMarshal.AsBytes(scratch).Fill(0xFF);
        network.Parameters.CopyTo(parameters);
        evaluate(
            sequences * frames, frames, GuardedMemory.Copy<int>(lengths, place), GuardedMemory.Copy<float>(all, place), default, outputs, 0, sequences,
            ref parameters[0], ref scratch[0]);
        GuardedRun.Compare($"{kernels}.Evaluate", expected, outputs);
    }

    /// <summary>Blocks until the memory of a state has been moved to its front a few times, and a step between.</summary>
    private static void RunStream(INetwork network, string kernels, Type programs, Place place)
    {
        FramesKernel process = SamplesMethod.Over<FramesKernel>(programs.GetMethod("Process", All)!, NetworkInsides.Samples(network));
        FrameKernel step = SamplesMethod.Over<FrameKernel>(programs.GetMethod("Step", All)!, NetworkInsides.Samples(network));
        object layout = network.GetType().GetNestedType("State")!.GetField("s_layout", All)!.GetValue(null)!;
        Span<float> state = GuardedMemory.Allocate<float>(LengthOf(layout, "StateLength"), place), scratch = GuardedMemory.Allocate<float>(LengthOf(layout, "ScratchLength"), place);
        MemoryMarshal.AsBytes(scratch).Fill(0xFF);
        state.Clear();
        Span<float> parameters = GuardedMemory.Allocate<float>(network.Parameters.Length, place);
        network.Parameters.CopyTo(parameters);
        float[] all = Values(500 * network.Description.InputLength), expected = new float[500 * network.Description.OutputLength];
        network.Predict(all, expected);
        for (int frame = 0, count = 1; frame < 500; frame += count, count = Math.Min(count % 130 + 13, 500 - frame))
        {
            GuardedRun.Announce($"{kernels}.Process, {count} frames");
            ReadOnlySpan<float> inputs = GuardedMemory.Copy<float>(all.AsSpan(frame * network.Description.InputLength, count * network.Description.InputLength), place);
            Span<float> outputs = GuardedMemory.Allocate<float>(count * network.Description.OutputLength, place);
            if (count == 1)
                step(1, 1, inputs, outputs, ref parameters[0], ref scratch[0], ref state[0]);
            else
                process(count, count, inputs, default, outputs, 0, count, ref parameters[0], ref scratch[0], ref state[0]);
            GuardedRun.Compare($"{kernels}.Process", expected.AsSpan(frame * network.Description.OutputLength, outputs.Length), outputs);
        }
    }

    private static void RunGradients(INetwork network, NetworkDescription declared, string kernels, Type programs, int frames, Place place)
    {
        const int sequences = 2;
        GuardedRun.Announce($"{kernels}.Gradients, {frames} frames");
        PrepareKernel prepare = programs.GetMethod("Prepare", All)!.CreateDelegate<PrepareKernel>();
        SequenceGradientsKernel compute = SamplesMethod.Over<SequenceGradientsKernel>(programs.GetMethod("Gradients", All)!, NetworkInsides.Samples(network));
        int length = (int)(long)programs.GetMethod("WorkspaceLength", All)!.Invoke(null, [frames])!;
        int[] lengths = declared.Sequence!.IsReduced ? [frames, Math.Max(1, frames / 2)] : [];
        float[] inputs = Values(sequences * frames * declared.InputLength), targets = Values(sequences * (lengths.Length > 0 ? 1 : frames) * declared.OutputLength), expected = new float[network.Parameters.Length];
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
            return compute(sequences * frames, frames, lengths, given, compared, 0, sequences, ref learned[0], ref sums[0], ref memory[0], scale: 0.25f, seed: 1, step: 2);
        }
    }

    private static int LengthOf(object layout, string property) => (int)layout.GetType().GetProperty(property, BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(layout)!;

    private static float[] Values(int length) => [.. Enumerable.Range(0, length).Select(i => i % 7 * 0.25f - 0.5f)];
}
