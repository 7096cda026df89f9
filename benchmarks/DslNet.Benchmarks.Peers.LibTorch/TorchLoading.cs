using System.Runtime.InteropServices;
using DslNet.Benchmarks.Native;
using TorchSharp;

namespace DslNet.Benchmarks.Peers.LibTorch;

/// <summary>Loads libtorch, as TorchSharp does, on systems that are older than TorchSharp's native library too.</summary>
internal static class TorchLoading
{
    /// <summary>What TorchSharp was built with, newer than what Debian 12 has.</summary>
    private const string NewestVersion = "GLIBCXX_3.4.32";

    /// <summary>Loads it from the program's own folder.</summary>
    /// <returns>The versions of libtorch and TorchSharp.</returns>
    public static string Load()
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
