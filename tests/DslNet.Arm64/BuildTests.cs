using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Xunit;

namespace DslNet.SameBits;

/// <summary>These tests prove something only with the kernels, and on the processor, that they were built for.</summary>
public class BuildTests
{
    [Fact]
    public void TheProcessorFusesMultiplyAndAdd() =>
        Assert.True(Fma.IsSupported || AdvSimd.Arm64.IsSupported, "Without fused multiply-add these bits are not promised.");

    [Fact]
    public void TheProcessorIsTheOneBuiltFor()
    {
        string built = Metadata("RuntimeIdentifier");
        Assert.Equal(built.Length == 0 ? RuntimeInformation.RuntimeIdentifier : built, RuntimeInformation.RuntimeIdentifier);
        Assert.Equal(built.EndsWith("-arm64", StringComparison.Ordinal) || AdvSimd.Arm64.IsSupported, RuntimeInformation.ProcessArchitecture == Architecture.Arm64);
    }

    [Fact]
    public void TheKernelsAreThoseAskedFor()
    {
        string[] kernels = [.. typeof(LeNet).GetNestedTypes(BindingFlags.NonPublic).Where(type => type.IsValueType).Select(type => type.Name).Where(name => name.EndsWith("Kernels", StringComparison.Ordinal)).Order()];
        Assert.Equal(Metadata("DslNetTargets") == "portable" ? ["PortableKernels"] : ["Avx2Kernels", "Avx512Kernels", "NeonKernels", "PortableKernels"], kernels);
    }

    private static string Metadata(string key) =>
        typeof(BuildTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == key).Value ?? "";
}
