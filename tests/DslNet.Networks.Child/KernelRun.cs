using System.Runtime.InteropServices;
using DslNet.CompilerServices;
using DslNet.Networks.Tests;

namespace DslNet.Networks.Child;

/// <summary>The kernels of one instruction set with all of their memory guarded, and scratch full of NaN.</summary>
internal sealed class KernelRun(NetworkCase item, INetwork network, Samples samples, Place place, Kernels kernels)
{
    private const float AnyScale = 0.25f;

    public void Run(bool withLabels)
    {
        Evaluate(withLabels);
        Gradients(withLabels);
    }

    private void Evaluate(bool withLabels)
    {
        GuardedRun.Announce($"{kernels.Name}.Evaluate with {(withLabels ? "labels" : "targets")}, {samples.Count} samples");
        float[] expected = new float[samples.Targets.Length];
        network.Predict(samples.Inputs, expected);
        Span<float> outputs = GuardedMemory.Allocate<float>(expected.Length, place);
        kernels.Evaluate(
            Guarded<float>(samples.Inputs), withLabels ? default : Guarded<float>(samples.Targets), withLabels ? Guarded<int>(samples.Labels) : default,
            outputs, 0, samples.Count, ref First(Guarded<float>(NetworkInsides.Memory(network).ParametersAndStates)), ref First(Scratch(ArenaLength())));
        GuardedRun.Compare($"{kernels.Name}.Evaluate", expected, outputs);
    }

    private void Gradients(bool withLabels)
    {
        GuardedRun.Announce($"{kernels.Name}.Gradients with {(withLabels ? "labels" : "targets")}, {samples.Count} samples");
        float[] expected = new float[network.Parameters.Length];
        double expectedLoss = Gradients(
            samples.Inputs, withLabels ? default : samples.Targets, withLabels ? samples.Labels : default, default,
            NetworkInsides.Memory(network).ParametersAndStates.ToArray(), expected, new float[NetworkInsides.WorkspaceLength(network)]);

        Span<float> gradients = GuardedMemory.Allocate<float>(expected.Length, place);
        gradients.Fill(float.NaN);
        Span<float> inputGradients = item.InputGradients is null ? default : GuardedMemory.Allocate<float>(samples.Inputs.Length, place);
        double loss = Gradients(
            Guarded<float>(samples.Inputs), withLabels ? default : Guarded<float>(samples.Targets), withLabels ? Guarded<int>(samples.Labels) : default,
            inputGradients, Guarded<float>(NetworkInsides.Memory(network).ParametersAndStates), gradients, Scratch(NetworkInsides.WorkspaceLength(network)));
        GuardedRun.Compare($"{kernels.Name}.Gradients", expected, gradients);
        if (BitConverter.DoubleToInt64Bits(loss) != BitConverter.DoubleToInt64Bits(expectedLoss))
            throw new InvalidOperationException($"{kernels.Name}.Gradients: the loss is {loss}, but {expectedLoss} with ordinary memory.");
    }

    /// <summary>All samples as one group, so that nothing but the kernels touches the memory.</summary>
    private double Gradients(
        ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<int> labels, Span<float> inputGradients, Span<float> parameters, Span<float> gradients, Span<float> scratch)
    {
        PhasedPrograms.CallMemory = length => GuardedMemory.Allocate<float>(length, place);
        kernels.Prepare(ref First(parameters), ref First(scratch));
        return kernels.Gradients(
            inputs, targets, labels, inputGradients, 0, samples.Count, ref First(parameters), ref First(gradients), ref First(scratch), AnyScale, seed: 1, step: 2);
    }

    private Span<T> Guarded<T>(ReadOnlySpan<T> content) where T : unmanaged => GuardedMemory.Copy(content, place);

    private Span<float> Scratch(int length)
    {
        Span<float> scratch = GuardedMemory.Allocate<float>(length, place);
        MemoryMarshal.AsBytes(scratch).Fill(0xFF);
        return scratch;
    }

    private int ArenaLength()
    {
        NetworkMemory memory = NetworkInsides.Memory(network);
        AlignedMemory arena = memory.RentArena();
        memory.ReturnArena(arena);
        return arena.Length;
    }

    private static ref float First(Span<float> span) => ref MemoryMarshal.GetReference(span);
}
