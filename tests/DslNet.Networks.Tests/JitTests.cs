using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace DslNet.Networks.Tests;

/// <summary>
/// The just-in-time compiler optimises every kernel at once: beyond some size it would silently give up, and a kernel that were
/// compiled in tiers would begin slowly.
/// </summary>
public class JitTests
{
    private const int FewestKernels = 60;

    /// <summary>The class of kernels that calls no other's.</summary>
    private const string Complete = "Avx2Kernels";

    [Theory]
    [InlineData("Avx512Kernels", "DOTNET_EnableAVX512", "1")]
    [InlineData("Avx2Kernels", "DOTNET_EnableAVX512", "0")]
    [InlineData("PortableKernels", "DOTNET_EnableAVX2", "0")]
    public void EveryKernelIsOptimised(string kernels, string setting, string value)
    {
        // Where there is nothing to switch off, the same kernels run in several cases.
        string expected = Best(kernels);
        string called = expected switch { "Avx512Kernels" => "Avx2Kernels", "NeonKernels" => "PortableKernels", "PortableKernels" => "NeonKernels", _ => expected };
        string[] all = expected == "Avx512Kernels" ? [expected, "Avx512NarrowKernels", called] : [expected, called];
        string[] compiled = CompiledMethods(setting, value);
        string[] programs = [.. compiled.Where(line => IsProgram(line, expected) || IsProgram(line, called))];
        string[] lines = [.. new[] { expected, called }.Distinct().SelectMany(KernelsOf)], narrow = KernelsOf("Avx512NarrowKernels");

        Assert.True(KernelsOf(expected).Length >= (expected == Complete ? FewestKernels : FewestKernels / 3), $"Only {KernelsOf(expected).Length} kernels were compiled.");
        Assert.True(lines.Length >= FewestKernels, $"Only {lines.Length} kernels were compiled, with those that are called.");
        Assert.DoesNotContain(lines.Concat(narrow), line => !line.Contains("[FullOpts,", StringComparison.Ordinal));
        Assert.Equal(expected == "Avx512Kernels", narrow.Length > 0);
        Assert.True(programs.Length >= 2 * NetworkCase.All.Count, $"Only {programs.Length} programs were compiled.");
        Assert.DoesNotContain(programs, line => line.Contains("MinOpts", StringComparison.Ordinal));

        // What the processor cannot run, or need not, costs no time: the choice is made when the method that makes it is compiled.
        Assert.DoesNotContain(compiled, line => !all.Any(name => line.Contains("+" + name, StringComparison.Ordinal) || IsKernel(line, name)));

        string[] KernelsOf(string name) =>
            [.. compiled.Where(line => IsKernel(line, name) && !line.Contains("+Programs`1[", StringComparison.Ordinal))];
    }

    /// <summary>The kernels that run where these are asked for and the processor may lack their instructions.</summary>
    private static string Best(string kernels) =>
        AdvSimd.Arm64.IsSupported ? "NeonKernels" : !Avx2.IsSupported ? "PortableKernels" : kernels == "Avx512Kernels" && !Vector512.IsHardwareAccelerated ? "Avx2Kernels" : kernels;

    private static string[] CompiledMethods(string setting, string value)
    {
        string list = Path.GetTempFileName();
        try
        {
            ChildResult result = Child.Run(["run"], ("DOTNET_JitStdOutFile", list), ("DOTNET_JitDisasmSummary", "1"), (setting, value));
            Assert.True(result.ExitCode == 0, result.Errors);
            return [.. File.ReadLines(list).Where(line => IsKernel(line, "Kernels") || line.Contains("+Programs`1[", StringComparison.Ordinal))];
        }
        finally
        {
            File.Delete(list);
        }
    }

    /// <summary>A kernel of a network, or of several, that was compiled for an instruction set.</summary>
    private static bool IsKernel(string line, string name) =>
        line.Contains($"{name}:", StringComparison.Ordinal) || line.Contains($"{name}__:", StringComparison.Ordinal) || line.Contains($"{name}OfSmallNetworks__:", StringComparison.Ordinal);

    /// <summary>A program that was compiled for some kernels.</summary>
    private static bool IsProgram(string line, string kernels) =>
        line.Contains("+Programs`1[", StringComparison.Ordinal) && line.Contains($"+{kernels}]:", StringComparison.Ordinal);
}
