using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DslNet.CompilerServices;

/// <summary>
/// Which network a span of parameters belongs to. The parameters of generated networks are pinned, so their address says it, for as long
/// as the network lives. Networks are not kept alive.
/// </summary>
internal static class LiveNetworks
{
    private const int LeastSwept = 64;

    private static readonly Dictionary<nint, WeakReference<NetworkMemory>> s_byAddress = [];
    private static int s_sweptAt = LeastSwept;

    public static void Add(NetworkMemory memory)
    {
        lock (s_byAddress)
        {
            if (s_byAddress.Count >= s_sweptAt)
                Sweep();

            // Where another network was before, it is gone.
            s_byAddress[Address(memory.Parameters)] = new WeakReference<NetworkMemory>(memory);
        }
    }

    /// <summary>The memory whose parameters these are, all of them; null if it is not a generated network's.</summary>
    public static NetworkMemory? Find(ReadOnlySpan<float> parameters)
    {
        lock (s_byAddress)
        {
            return s_byAddress.TryGetValue(Address(parameters), out WeakReference<NetworkMemory>? found)
                && found.TryGetTarget(out NetworkMemory? memory)
                && memory.Parameters == parameters
                    ? memory
                    : null;
        }
    }

    /// <summary>Forgets networks that are gone, so often that the entries are never more than twice the networks that lived at the last sweep.</summary>
    private static void Sweep()
    {
        foreach ((nint address, WeakReference<NetworkMemory> reference) in s_byAddress)
        {
            if (!reference.TryGetTarget(out _))
                s_byAddress.Remove(address);
        }

        s_sweptAt = Math.Max(LeastSwept, 2 * s_byAddress.Count);
    }

    private static nint Address(ReadOnlySpan<float> parameters) =>
        Unsafe.ByteOffset(ref Unsafe.NullRef<float>(), ref MemoryMarshal.GetReference(parameters));
}
