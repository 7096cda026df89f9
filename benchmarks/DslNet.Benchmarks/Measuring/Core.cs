using System.Runtime.InteropServices;

namespace DslNet.Benchmarks.Measuring;

/// <summary>What the operating system knows of the thread and the core it runs on. Linux only; elsewhere nothing is pinned.</summary>
internal static partial class Core
{
    // The kernel's mask of cores, and the clock that counts what one thread has used.
    private const int MaskBytes = 128, ThreadClock = 3;

    /// <summary>Keeps the calling thread on the core it happens to be on.</summary>
    /// <returns>The core, or −1 where that cannot be done.</returns>
    public static int Pin()
    {
        if (!OperatingSystem.IsLinux())
            return -1;
        int core = CurrentCore();
        if (core is < 0 or >= 8 * MaskBytes)
            return -1;
        Span<ulong> mask = stackalloc ulong[MaskBytes / sizeof(ulong)];
        mask.Clear();
        mask[core / 64] = 1ul << (core % 64);
        return SetAffinity(0, MaskBytes, mask) == 0 ? core : -1;
    }

    /// <summary>The time in seconds that the calling thread has been running, or null where nobody tells.</summary>
    public static double? ThreadSeconds()
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
            return null;
        Span<long> time = stackalloc long[2];
        return GetTime(ThreadClock, time) == 0 ? time[0] + 1e-9 * time[1] : null;
    }

    [LibraryImport("libc", EntryPoint = "sched_getcpu")]
    private static partial int CurrentCore();

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static partial int SetAffinity(int thread, nint length, ReadOnlySpan<ulong> mask);

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, Span<long> time);
}
