namespace DslNet.Networks.Tests;

/// <summary>
/// The just-in-time compiler optimises every kernel at once: beyond some size it would silently give up, and a kernel that were
/// compiled in tiers would begin slowly.
/// </summary>
public class JitTests
{
    private const int FewestKernels = 60;

    [Theory]
    [InlineData("Avx2Kernels", "1")]
    [InlineData("PortableKernels", "0")]
    public void EveryKernelIsOptimised(string kernels, string avx2)
    {
        // Where there is no AVX2 to switch off, portable kernels run in both cases.
        string expected = System.Runtime.Intrinsics.X86.Avx2.IsSupported ? kernels : "PortableKernels";
        string[] compiled = CompiledMethods(avx2);
        string[] programs = [.. compiled.Where(line => IsProgram(line, expected))];
        string[] lines = [.. compiled.Where(line => line.Contains($"+{expected}:", StringComparison.Ordinal) && !line.Contains("+Programs`1[", StringComparison.Ordinal))];

        Assert.True(lines.Length >= FewestKernels, $"Only {lines.Length} kernels were compiled.");
        Assert.DoesNotContain(lines, line => !line.Contains("[FullOpts,", StringComparison.Ordinal));
        Assert.True(programs.Length >= 2 * NetworkCase.All.Count, $"Only {programs.Length} programs were compiled.");
        Assert.DoesNotContain(programs, line => line.Contains("MinOpts", StringComparison.Ordinal));
    }

    private static string[] CompiledMethods(string avx2)
    {
        string list = Path.GetTempFileName();
        try
        {
            ChildResult result = Child.Run(["run"], ("DOTNET_JitStdOutFile", list), ("DOTNET_JitDisasmSummary", "1"), ("DOTNET_EnableAVX2", avx2));
            Assert.True(result.ExitCode == 0, result.Errors);
            return [.. File.ReadLines(list).Where(line => line.Contains("Kernels:", StringComparison.Ordinal) || line.Contains("+Programs`1[", StringComparison.Ordinal))];
        }
        finally
        {
            File.Delete(list);
        }
    }

    /// <summary>A program that was compiled for some kernels.</summary>
    private static bool IsProgram(string line, string kernels) =>
        line.Contains("+Programs`1[", StringComparison.Ordinal) && line.Contains($"+{kernels}]:", StringComparison.Ordinal);
}
