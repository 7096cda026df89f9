using System.Runtime.InteropServices;

namespace DslNet.Benchmarks.Measuring;

/// <summary>What the operating system knows of the thread and the core it runs on. Linux only; elsewhere nothing is pinned.</summary>
internal static partial class Core
{
    // The kernel's mask of cores, and the clock that counts what one thread has used.
    private const int MaskBytes = 128, ThreadClock = 3;

    // A Linux may call its C library otherwise.
    private static readonly bool HasLibrary = OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libc", typeof(Core).Assembly, null, out _);

    // Where the process may run: asked before anything is pinned.
    private static readonly ulong[] s_allowed = Allowed();

    /// <summary>The core the calling thread happens to be on, or −1 where nothing can be pinned.</summary>
    public static int Current()
    {
        int core = s_allowed.Length == 0 ? -1 : CurrentCore();
        return core < 8 * MaskBytes ? core : -1;
    }

    /// <summary>Keeps the calling thread on a core.</summary>
    /// <exception cref="BenchmarkException">The operating system refuses.</exception>
    public static void Pin(int core)
    {
        ulong[] mask = new ulong[MaskBytes / sizeof(ulong)];
        mask[core / 64] = 1ul << (core % 64);
        if (SetAffinity(0, MaskBytes, mask) != 0)
            throw new BenchmarkException($"The system does not let a thread be pinned to core {core}. Run where sched_setaffinity is allowed, in a container with the default seccomp profile for example.");
    }

    /// <summary>Lets the calling thread run where the process may.</summary>
    public static void Release() => _ = SetAffinity(0, MaskBytes, s_allowed);

    /// <summary>The time in seconds that the calling thread has been running, or null where nobody tells.</summary>
    public static double? ThreadSeconds()
    {
        if (!HasLibrary || !Environment.Is64BitProcess)
            return null;
        Span<long> time = stackalloc long[2];
        return GetTime(ThreadClock, time) == 0 ? time[0] + 1e-9 * time[1] : null;
    }

    private static ulong[] Allowed()
    {
        ulong[] mask = new ulong[MaskBytes / sizeof(ulong)];
        return HasLibrary && GetAffinity(0, MaskBytes, mask) >= 0 ? mask : [];
    }

    [LibraryImport("libc", EntryPoint = "sched_getcpu")]
    private static partial int CurrentCore();

    [LibraryImport("libc", EntryPoint = "sched_getaffinity")]
    private static partial int GetAffinity(int thread, nint length, Span<ulong> mask);

    [LibraryImport("libc", EntryPoint = "sched_setaffinity")]
    private static partial int SetAffinity(int thread, nint length, ReadOnlySpan<ulong> mask);

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, Span<long> time);
}
