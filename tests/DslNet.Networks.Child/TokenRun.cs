using System.Reflection;
using System.Runtime.InteropServices;
using DslNet.Networks.Tests;

namespace DslNet.Networks.Child;

/// <summary>What <see cref="GuardedRun"/> does, of a network with tokens: its methods and its kernels with guarded memory.</summary>
internal static class TokenRun
{
    private const int Length = 3, Vocabulary = 9, Outputs = 4;

    public static void Run(Place place)
    {
        TokenNet network = new(seed: 3);
        foreach (int count in GuardedRun.Counts)
        {
            int[] tokens = [.. Enumerable.Range(0, count * Length).Select(i => Vocabulary - 1 - i * 5 % Vocabulary)];
            float[] targets = [.. Enumerable.Range(0, count * Outputs).Select(i => i % 7 * 0.25f)], expected = new float[count * Outputs];
            ReadOnlySpan<int> guarded = GuardedMemory.Copy<int>(tokens, place);
            ReadOnlySpan<float> guardedTargets = GuardedMemory.Copy<float>(targets, place);
            Span<float> outputs = GuardedMemory.Allocate<float>(expected.Length, place);
            network.Predict(tokens, expected);

            GuardedRun.Announce($"Predict, {count} samples");
            network.Predict(guarded, outputs);
            GuardedRun.Compare("Predict", expected, outputs);

            GuardedRun.Announce($"ComputeGradients, {count} samples");
            float loss = network.ComputeGradients(new() { Tokens = tokens, OutputTargets = targets });
            float[] gradients = network.Gradients.ToArray();
            GuardedRun.Compare("Loss", [loss], [network.ComputeGradients(new() { Tokens = guarded, OutputTargets = guardedTargets })]);
            GuardedRun.Compare("Gradients", gradients, network.Gradients);
            foreach (Type kernels in NetworkInsides.KernelTypes(network))
                RunKernels(network, kernels, tokens, targets, place);
        }
    }

    /// <summary>All samples as one group, so that nothing but the kernels touches the memory.</summary>
    private static void RunKernels(TokenNet network, Type kernels, int[] tokens, float[] targets, Place place)
    {
        GuardedRun.Announce($"{kernels.Name}.Gradients, {targets.Length / Outputs} samples");
        Type programs = NetworkInsides.Programs(network, kernels);
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static;
        PrepareKernel prepare = programs.GetMethod("Prepare", all)!.CreateDelegate<PrepareKernel>();
        TokenKernel compute = SamplesMethod.Over<TokenKernel>(programs.GetMethod("Gradients", all)!, NetworkInsides.Samples(network));
        float[] expected = new float[network.Parameters.Length];
        double loss = Sum(tokens, targets, network.Parameters.ToArray(), expected, new float[NetworkInsides.WorkspaceLength(network)]);

        Span<float> gradients = GuardedMemory.Allocate<float>(expected.Length, place), scratch = GuardedMemory.Allocate<float>(NetworkInsides.WorkspaceLength(network), place);
        gradients.Fill(float.NaN);
        MemoryMarshal.AsBytes(scratch).Fill(0xFF);
        double guarded = Sum(
            GuardedMemory.Copy<int>(tokens, place), GuardedMemory.Copy<float>(targets, place), GuardedMemory.Copy<float>(network.Parameters, place), gradients, scratch);
        GuardedRun.Compare($"{kernels.Name}.Gradients", expected, gradients);
        if (BitConverter.DoubleToInt64Bits(loss) != BitConverter.DoubleToInt64Bits(guarded))
            throw new InvalidOperationException($"{kernels.Name}.Gradients: the loss is {guarded}, but {loss} with ordinary memory.");

        // After tokens were checked another thread may write anything over them. Kernels take it for the last token.
        GuardedRun.Announce($"{kernels.Name}.Gradients of what is no token, {targets.Length / Outputs} samples");
        int[] wrong = [.. tokens], limited = [.. tokens];
        int[] anything = [int.MaxValue, Vocabulary, -1, int.MinValue, 1 << 28];
        for (int i = 0; i < wrong.Length; i += 2)
            (wrong[i], limited[i]) = (anything[i / 2 % anything.Length], Vocabulary - 1);
        Sum(limited, targets, network.Parameters.ToArray(), expected, new float[NetworkInsides.WorkspaceLength(network)]);
        Sum(GuardedMemory.Copy<int>(wrong, place), GuardedMemory.Copy<float>(targets, place), GuardedMemory.Copy<float>(network.Parameters, place), gradients, scratch);
        GuardedRun.Compare($"{kernels.Name}.Gradients of what is no token", expected, gradients);

        double Sum(ReadOnlySpan<int> given, ReadOnlySpan<float> compared, Span<float> parameters, Span<float> sums, Span<float> memory)
        {
            prepare(ref parameters[0], ref memory[0]);
            return compute(given, compared, 0.25, 0, compared.Length / Outputs, ref parameters[0], ref sums[0], ref memory[0], scale: 1, seed: 1, step: 2);
        }
    }
}
