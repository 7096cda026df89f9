namespace DslNet.CompilerServices;

/// <summary>
/// Lends arenas to predictions, many at once, without a lock: each slot holds an arena or nothing, and is emptied and filled
/// by an atomic exchange. Once as many arenas exist as predictions ever run at the same time, nothing is allocated any more,
/// unless those are more than there are slots (16, or four a processor): then the surplus is left to the garbage collector.
/// Where sequences become longer, arenas that are too short are left to it as well.
/// </summary>
internal sealed class ArenaPool(int length)
{
    private readonly AlignedMemory?[] _slots = new AlignedMemory?[Math.Max(16, 4 * Environment.ProcessorCount)];
    private int _created;
    private volatile int _length = length;

    public AlignedMemory Rent()
    {
        for (int i = 0; i < _slots.Length; i++)
        {
            if (_slots[i] is not null && Interlocked.Exchange(ref _slots[i], null) is { } arena && IsLongEnough(arena))
                return arena;
        }

        return Create();
    }

    /// <summary>Allocates until so many exist, so that no thread must do so in the middle of its work.</summary>
    public void Reserve(int count)
    {
        while (Volatile.Read(ref _created) < count)
            Return(Create());
    }

    public void Return(AlignedMemory arena)
    {
        if (!IsLongEnough(arena))
            return;
        for (int i = 0; i < _slots.Length; i++)
        {
            if (_slots[i] is null && Interlocked.CompareExchange(ref _slots[i], arena, null) is null)
                return;
        }
    }

    /// <summary>Makes arenas at least so long: those that are created from now on, in the place of shorter ones.</summary>
    public void Lengthen(int least)
    {
        for (int known = _length; known < least; known = _length)
        {
            if (Interlocked.CompareExchange(ref _length, least, known) == known)
                Volatile.Write(ref _created, 0);
        }
    }

    private bool IsLongEnough(AlignedMemory arena) => arena.Length >= _length;

    private AlignedMemory Create()
    {
        Interlocked.Increment(ref _created);
        return new AlignedMemory(_length);
    }
}
