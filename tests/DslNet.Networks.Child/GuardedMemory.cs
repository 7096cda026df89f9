using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DslNet.Networks.Child;

/// <summary>Memory between two pages that nobody may touch. It lives as long as the process.</summary>
internal static class GuardedMemory
{
    private const int NoAccess = 0, ReadWrite = 1 | 2, PrivateAnonymous = 0x02 | 0x20;

    /// <summary>Maps room for some numbers, exactly at the start or the end of its pages.</summary>
    public static Span<T> Allocate<T>(int length, Place place) where T : unmanaged
    {
        int page = Environment.SystemPageSize;
        int bytes = length * Unsafe.SizeOf<T>();
        int room = Math.Max(page, (bytes + page - 1) / page * page);
        nint address = Map(0, (nuint)(room + 2 * page), NoAccess, PrivateAnonymous, -1, 0);
        if (address == -1 || Protect(address + page, (nuint)room, ReadWrite) != 0)
            throw new InvalidOperationException($"No memory: error {Marshal.GetLastPInvokeError()}.");
        nint first = address + page + (place == Place.End ? room - bytes : 0);
        return MemoryMarshal.CreateSpan(ref Unsafe.AddByteOffset(ref Unsafe.NullRef<T>(), first), length);
    }

    /// <summary>The same, with a copy of what is given.</summary>
    public static Span<T> Copy<T>(ReadOnlySpan<T> content, Place place) where T : unmanaged
    {
        Span<T> copy = Allocate<T>(content.Length, place);
        content.CopyTo(copy);
        return copy;
    }

    [DllImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static extern nint Map(nint address, nuint length, int protection, int flags, int file, nint offset);

    [DllImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    private static extern int Protect(nint address, nuint length, int protection);
}
