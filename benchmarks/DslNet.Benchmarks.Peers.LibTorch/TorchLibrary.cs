using DslNet.Benchmarks.Native;

namespace DslNet.Benchmarks.Peers.LibTorch;

/// <summary>libtorch's native library, as TorchSharp loads it.</summary>
internal static class TorchLibrary
{
    /// <summary>The versions of libtorch and TorchSharp, once both are loaded.</summary>
    /// <exception cref="BenchmarkException">The library is not there, or the system lacks something that it needs.</exception>
    public static string Version => s_version.Value;

    private static readonly Lazy<string> s_version = new(() => NativeLoading.Run(
        "libtorch",
        $"The peer needs the packages TorchSharp and libtorch-cpu for this system in its own folder: build it with \"dotnet build benchmarks/{typeof(TorchLibrary).Assembly.GetName().Name} -c Release -p:NativePeers=true\", and install what the loader misses",
        TorchLoading.Load));
}
