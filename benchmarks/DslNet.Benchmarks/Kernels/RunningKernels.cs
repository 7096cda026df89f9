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
    public static IEnumerable<string> Of(Type network) => All.Where(name => network.GetNestedType(name, BindingFlags.NonPublic) is not null);

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
