using System.Reflection;
using DslNet.CompilerServices;

namespace DslNet.Networks.Tests;

/// <summary>What a generated class keeps to itself.</summary>
internal static class NetworkInsides
{
    private const BindingFlags Hidden = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    public static NetworkMemory Memory(INetwork network) =>
        (NetworkMemory)(network.GetType().GetField("_memory", Hidden)?.GetValue(network) ?? throw new InvalidOperationException("The memory is not where it was."));

    /// <summary>
    /// The kernel classes that this processor can run: all that were generated, on a processor with AVX2. Those for AVX-512
    /// run as two halves where there is none, those for NEON by other instructions.
    /// </summary>
    public static IReadOnlyList<Kernels> Kernels(INetwork network)
    {
        List<Kernels> kernels = [];
        Type samples = Samples(network);
        foreach (Type type in KernelTypes(network))
        {
            Type programs = Programs(network, type);
            bool hasPhases = programs.GetMethod("AfterPhase", Hidden) is not null;
            MethodInfo gradients = hasPhases ? Method(typeof(PhasedPrograms), nameof(PhasedPrograms.Gradients)).MakeGenericMethod(programs, samples) : Method(programs, "Gradients");
            kernels.Add(new(
                type.Name, SamplesMethod.Over<EvaluateKernel>(Method(programs, "Evaluate"), samples),
                hasPhases ? PrepareNothing : Method(programs, "Prepare").CreateDelegate<PrepareKernel>(),
                SamplesMethod.Over<GradientsKernel>(gradients, samples),
                SamplesMethod.Over<SumGradientsMethod>(Method(typeof(NetworkRun), nameof(NetworkRun.SumGradients)).MakeGenericMethod(programs, samples), samples)));
        }

        return kernels.Count > 0 ? kernels : throw new InvalidOperationException("The kernels are not where they were.");
    }

    /// <summary>The classes of kernels that this processor can run.</summary>
    public static IEnumerable<Type> KernelTypes(INetwork network) => network.GetType().GetNestedTypes(Hidden)
        .Where(type => type.IsValueType && type.Name.EndsWith("Kernels", StringComparison.Ordinal))
        .Where(type => !type.Name.StartsWith("Avx", StringComparison.Ordinal) || System.Runtime.Intrinsics.X86.Avx2.IsSupported && System.Runtime.Intrinsics.X86.Fma.IsSupported);

    /// <summary>The programs with some kernels.</summary>
    public static Type Programs(INetwork network, Type kernels) =>
        network.GetType().GetNestedType("Programs`1", Hidden)?.MakeGenericType(kernels) ?? throw new InvalidOperationException("The programs are not where they were.");

    /// <summary>The struct of what callers pass to a network.</summary>
    public static Type Samples(INetwork network) =>
        network.GetType().GetNestedType("Samples__", Hidden) ?? throw new InvalidOperationException("The samples are not where they were.");

    /// <summary>What phases of a call leave for each other; empty if there was no such call yet.</summary>
    public static Span<float> CallMemory(INetwork network) =>
        ((AlignedMemory?)typeof(NetworkMemory).GetField("_call", Hidden)!.GetValue(Memory(network))) is { } memory ? memory.Span : default;

    public static int WorkspaceLength(INetwork network) => Memory(network).Workspace(0).Length;

    /// <summary>Programs with phases prepare each phase for itself.</summary>
    private static void PrepareNothing(ref float parameters, ref float scratch)
    {
    }

    private static MethodInfo Method(Type type, string name) =>
        type.GetMethod(name, Hidden) ?? throw new InvalidOperationException($"{type.Name} has no {name}.");
}
