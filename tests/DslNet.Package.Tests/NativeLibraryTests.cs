using DslNet.Benchmarks;
using DslNet.Benchmarks.Native;

namespace DslNet.Package.Tests;

/// <summary>How the benchmarks load native libraries of others, and speak of those that do not load.</summary>
public sealed class NativeLibraryTests
{
    private const string Version = "GLIBCXX_3.4.32";

    [Fact]
    public void TorchSharps_need_for_a_newer_library_becomes_weak_once()
    {
        byte[] library = TorchSharp(), before = [.. library];
        Assert.True(WeakVersion.Mark(library, Version));

        // One flag of one entry, and nothing else in the file.
        int[] changed = [.. Enumerable.Range(0, library.Length).Where(i => library[i] != before[i])];
        Assert.Single(changed);
        Assert.Equal((0, 2), (before[changed[0]], library[changed[0]]));
        Assert.False(WeakVersion.Mark(library, Version));
        Assert.False(WeakVersion.Mark(library, "GLIBCXX_99.99"));
    }

    [Fact]
    public void A_marked_file_is_a_new_one()
    {
        string folder = Directory.CreateTempSubdirectory("dslnet-weak-").FullName;
        try
        {
            string original = Path.Combine(folder, "original.so"), link = Path.Combine(folder, "link.so");
            File.WriteAllBytes(original, TorchSharp());
            File.CreateSymbolicLink(link, original);
            WeakVersion.Mark(link, Version);
            Assert.Equal(TorchSharp(), File.ReadAllBytes(original));
            Assert.NotEqual(TorchSharp(), File.ReadAllBytes(link));
            Assert.Equal(["link.so", "original.so"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void What_is_no_library_is_refused() => Assert.Throws<InvalidDataException>(() => WeakVersion.Mark(new byte[100], Version));

    [Theory]
    [InlineData("Unable to load shared library 'onnxruntime' or one of its dependencies. In order to help …:\nlibgomp.so.1: cannot open shared object file: No such file\n/a/libonnxruntime.so: cannot open", "libgomp.so.1: cannot open shared object file")]
    [InlineData("Unable to load …\n/lib/libstdc++.so.6: version `GLIBCXX_3.4.32' not found (required by /a/libLibTorchSharp.so)", "version `GLIBCXX_3.4.32' not found")]
    [InlineData("Unable to load shared library 'onnxruntime' or one of its dependencies. In order to help …:\n/a/libonnxruntime.so: cannot open shared object file: No such file", "Unable to load shared library 'onnxruntime' or one of its dependencies")]
    public void What_the_loader_misses_is_told_in_one_line(string message, string told)
    {
        var exception = Assert.Throws<BenchmarkException>(() => NativeLoading.Run<int>(
            "It", "Get it.", () => throw new TypeInitializationException("Native", new DllNotFoundException(message))));
        Assert.Equal($"It cannot be loaded: {told}. Get it.", exception.Message);
    }

    [Fact]
    public void Other_failures_keep_their_stack_trace() =>
        Assert.Throws<InvalidOperationException>(() => NativeLoading.Run<int>("It", "Get it.", () => throw new InvalidOperationException()));

    private static byte[] TorchSharp()
    {
        string cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget/packages");
        string folder = Path.Combine(cache, "torchsharp");
        string? library = Directory.Exists(folder)
            ? Directory.GetDirectories(folder).Select(version => Path.Combine(version, "runtimes/linux-x64/native/libLibTorchSharp.so")).FirstOrDefault(File.Exists)
            : null;
        Assert.SkipUnless(library is not null, "The package TorchSharp is not on this machine: building the solution restores it.");
        return File.ReadAllBytes(library!);
    }
}
