namespace DslNet.CompilerServices;

/// <summary>
/// Lends arenas to predictions, many at once, without a lock: each slot holds an arena or nothing, and is emptied and filled
/// by an atomic exchange. Once as many arenas exist as predictions ever run at the same time, nothing is allocated any more,
/// unless those are more than there are slots (16, or four a processor): then the surplus is left to the garbage collector.
/// </summary>
internal sealed class ArenaPool(int length)
{
    private readonly AlignedMemory?[] _slots = new AlignedMemory?[Math.Max(16, 4 * Environment.ProcessorCount)];
    private int _created;

    public AlignedMemory Rent()
    {
        for (int i = 0; i < _slots.Length; i++)
        {
            if (_slots[i] is not null && Interlocked.Exchange(ref _slots[i], null) is { } arena)
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
        for (int i = 0; i < _slots.Length; i++)
        {
            if (_slots[i] is null && Interlocked.CompareExchange(ref _slots[i], arena, null) is null)
                return;
        }
    }

    private AlignedMemory Create()
    {
        Interlocked.Increment(ref _created);
        return new AlignedMemory(length);
    }
}
