using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace DslNet.Benchmarks.Kernels;

/// <summary>The kernels that networks choose on this processor.</summary>
internal static class RunningKernels
{
    /// <summary>The name of their class, as the generator writes it.</summary>
    public static string Name { get; } =
        Vector512.IsHardwareAccelerated && Avx512F.IsSupported ? "Avx512Kernels"
        : Avx2.IsSupported && Fma.IsSupported ? "Avx2Kernels"
        : AdvSimd.Arm64.IsSupported ? "NeonKernels"
        : "PortableKernels";
}
