using System.Runtime.InteropServices;
using DslNet.Benchmarks.Native;
using TorchSharp;

namespace DslNet.Benchmarks.Peers.LibTorch;

/// <summary>libtorch's native library, as TorchSharp loads it.</summary>
internal static class TorchLibrary
{
    /// <summary>What TorchSharp was built with, newer than what Debian 12 has.</summary>
    private const string NewestVersion = "GLIBCXX_3.4.32";

    /// <summary>The versions of libtorch and TorchSharp, once both are loaded.</summary>
    /// <exception cref="BenchmarkException">The library is not there, or the system lacks something that it needs.</exception>
    public static string Version => s_version.Value;

    private static readonly Lazy<string> s_version = new(() => NativeLoading.Run(
        "libtorch",
        $"The peer needs the packages TorchSharp and libtorch-cpu for this system in its own folder: build it with \"dotnet build benchmarks/{typeof(TorchLibrary).Assembly.GetName().Name} -c Release -p:NativePeers=true\", and install what the loader misses",
        Load));

    private static string Load()
    {
        if (OperatingSystem.IsLinux())
            LetLoad(AppContext.BaseDirectory);
        torch.InitializeDeviceType(DeviceType.CPU);
        return $"libtorch {torch.__version__}, TorchSharp {typeof(torch).Assembly.GetName().Version?.ToString(3)}";
    }

    /// <summary>
    /// On a system with an older libstdc++ TorchSharp would say that "the project doesn't contain a reference to libtorch-cpu".
    /// On a newer one nothing changes.
    /// </summary>
    private static void LetLoad(string folder)
    {
        foreach (string path in new[] { "libLibTorchSharp.so", $"runtimes/{RuntimeInformation.RuntimeIdentifier}/native/libLibTorchSharp.so" }.Select(name => Path.Combine(folder, name)))
        {
            if (File.Exists(path))
                WeakVersion.Mark(path, NewestVersion);
        }
    }
}
