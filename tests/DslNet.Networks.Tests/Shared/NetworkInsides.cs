using System.Reflection;
using DslNet.CompilerServices;

namespace DslNet.Networks.Tests;

/// <summary>What a generated class keeps to itself.</summary>
internal static class NetworkInsides
{
    private const BindingFlags Hidden = BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    public static NetworkMemory Memory(INetwork network) =>
        (NetworkMemory)(network.GetType().GetField("_memory", Hidden)?.GetValue(network) ?? throw new InvalidOperationException("The memory is not where it was."));

    /// <summary>
    /// The kernel classes that this processor can run: all that were generated, on a processor with AVX2. Those for AVX-512
    /// run as two halves where there is none.
    /// </summary>
    public static IReadOnlyList<Kernels> Kernels(INetwork network)
    {
        List<Kernels> kernels = [];
        foreach (Type type in network.GetType().GetNestedTypes(Hidden).Where(type => type.IsValueType && type.Name.EndsWith("Kernels", StringComparison.Ordinal)))
        {
            if (type.Name.StartsWith("Avx", StringComparison.Ordinal) && !(System.Runtime.Intrinsics.X86.Avx2.IsSupported && System.Runtime.Intrinsics.X86.Fma.IsSupported))
                continue;
            kernels.Add(new(type.Name, Program(network, "Evaluate", type).CreateDelegate<EvaluateKernel>(), Program(network, "Gradients", type).CreateDelegate<GradientsKernel>()));
        }

        return kernels.Count > 0 ? kernels : throw new InvalidOperationException("The kernels are not where they were.");
    }

    private static MethodInfo Program(INetwork network, string name, Type kernels) =>
        network.GetType().GetNestedType("Programs", Hidden)?.GetMethod(name, Hidden)?.MakeGenericMethod(kernels)
        ?? throw new InvalidOperationException($"There is no program {name}.");
}
