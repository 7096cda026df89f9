using System.Reflection;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace DslNet.Benchmarks.Kernels;

/// <summary>The classes of kernels, by the names that the generator gives them.</summary>
internal static class RunningKernels
{
    private const string Avx512 = "Avx512Kernels", Avx = "Avx2Kernels", Neon = "NeonKernels", Portable = "PortableKernels";

    /// <summary>All of them, the ones first that a network prefers.</summary>
    public static IReadOnlyList<string> All { get; } = [Avx512, Avx, Neon, Portable];

    /// <summary>Those that a network has.</summary>
    public static IEnumerable<string> Of(Type network) => All.Where(name => Find(network, name) is not null);

    /// <summary>A network's class of kernels, or that of the equal networks that it is one of; null where there is none for the target.</summary>
    public static Type? Find(Type network, string name) => HolderOf(network).GetNestedType(name, BindingFlags.NonPublic | BindingFlags.Public);

    // Networks that are equal but for their names have no programs: they call those of a class that has nothing else. Which one is said by
    // the type argument of the first call in the method that chooses the instruction set.
    private static Type HolderOf(Type network)
    {
        if (network.GetNestedType("Programs`1", BindingFlags.NonPublic) is not null)
            return network;
        byte[] code = network.GetMethod("OnThisProcessor", BindingFlags.Static | BindingFlags.NonPublic)?.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (int i = 0; i + 5 <= code.Length; i++)
        {
            // call and callvirt of an instantiated generic method.
            int token = BitConverter.ToInt32(code, i + 1);
            if (code[i] is not (0x28 or 0x6F) || token >> 24 != 0x2B)
                continue;
            Type program = network.Module.ResolveMethod(token)!.GetGenericArguments()[0];
            if (program is { Name: "Programs`1", DeclaringType: { } holder })
                return holder;
        }

        throw new BenchmarkException($"{network.Name} has no kernels: it is not generated.");
    }

    /// <summary>Those that a network chooses on this processor.</summary>
    public static string ChosenBy(Type network) => Of(network).First(name => name switch
    {
        Avx512 => Vector512.IsHardwareAccelerated && Avx512F.IsSupported,
        Neon => AdvSimd.Arm64.IsSupported,
        _ => CanRun(name),
    });

    /// <summary>Whether this processor computes them, be it in halves or by other instructions.</summary>
    public static bool CanRun(string name) => name != Avx || (Avx2.IsSupported && Fma.IsSupported);
}
