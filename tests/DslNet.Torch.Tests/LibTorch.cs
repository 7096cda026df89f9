using DslNet.Benchmarks;
using DslNet.Benchmarks.Native;
using DslNet.Benchmarks.Peers.LibTorch;
using TorchSharp;

namespace DslNet.Torch.Tests;

/// <summary>libtorch, if this machine has it.</summary>
internal static class LibTorch
{
    private const string Remedy = "Build with -p:WithLibTorch=true, which brings it along";

    /// <summary>Whether it can be asked.</summary>
    public static bool IsHere => Version is not null;

    /// <summary>Its version, and TorchSharp's; null where it does not load.</summary>
    public static string? Version { get; }

    /// <summary>Why it cannot be asked.</summary>
    public static string Skip { get; } = "libtorch is here.";

    static LibTorch()
    {
        // Where it is not, TorchSharp would print a page on where it looked.
        if (!Directory.EnumerateFiles(AppContext.BaseDirectory, "*torch_cpu.*", SearchOption.AllDirectories).Any())
        {
            Skip = $"libtorch is not here. {Remedy}.";
            return;
        }

        try
        {
            Version = NativeLoading.Run("libtorch", Remedy, TorchLoading.Load);

            // The networks are small: several threads would wait for each other.
            torch.set_num_threads(1);
        }
        catch (BenchmarkException missing)
        {
            Skip = missing.Message;
        }
    }
}
