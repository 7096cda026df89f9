using System.Buffers.Binary;
using System.Runtime.InteropServices;
using DslNet.CompilerServices;

namespace DslNet;

/// <summary>
/// What a network of sequences remembers of the frames before: a stream's own. The network's class has the class of its states, and <c>CreateState</c> makes
/// one. All memory that a stream needs is allocated and touched then: steps allocate nothing and take no lock. A network may have many states, and
/// many threads may use them at once, each state by one thread at a time.
/// </summary>
public abstract class SequenceState
{
    private const int HeadBytes = 2 * sizeof(long);

    // "DslState", and what the layout is.
    private const long Magic = 0x6574617453_6C7344;

    private readonly FrameLayout _layout;
    private readonly AlignedMemory _memory;

    /// <summary>Creates a state before the first frame: for generated code only.</summary>
    [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
    protected SequenceState(FrameLayout layout)
    {
        ArgumentNullException.ThrowIfNull(layout);
        (_layout, _memory) = (layout, new(layout.StateLength, layout.ScratchLength));

        // Pages are mapped when they are first written.
        _memory.All.Fill(1);
        _memory.All.Clear();
    }

    /// <summary>How many bytes <see cref="Save"/> writes.</summary>
    public int ByteCount => HeadBytes + _layout.KeptLength * sizeof(float);

    /// <summary>How many bytes of memory the state has.</summary>
    public long MemoryBytes => (long)_memory.All.Length * sizeof(float);

    /// <summary>The state itself, and the scratch memory of its calls.</summary>
    internal Span<float> Memory => _memory.Span;

    internal Span<float> Scratch => _memory.Behind;

    /// <summary>Forgets all frames: the next one is the first of a sequence.</summary>
    public void Reset()
    {
        FrameMemory.Place(ref MemoryMarshal.GetReference(Memory)) = 0;
        foreach ((int offset, int frames, int frameLength) in _layout.Values)
            Memory.Slice(offset, frames * frameLength).Clear();
    }

    /// <summary>Writes what the network remembers, from which <see cref="Load"/> goes on to the same bits.</summary>
    /// <param name="destination">Receives <see cref="ByteCount"/> bytes.</param>
    /// <exception cref="ArgumentException">The destination has another length.</exception>
    public void Save(Span<byte> destination)
    {
        CheckLength(destination.Length, nameof(destination));
        BinaryPrimitives.WriteInt64LittleEndian(destination, Magic);
        BinaryPrimitives.WriteInt64LittleEndian(destination[sizeof(long)..], _layout.Mark);
        Span<float> kept = MemoryMarshal.Cast<byte, float>(destination[HeadBytes..]);
        int position = FrameMemory.Place(ref MemoryMarshal.GetReference(Memory));
        foreach ((int offset, int frames, int frameLength) in _layout.Values)
        {
            int length = frames * frameLength;
            Memory.Slice(offset + position * frameLength, length).CopyTo(kept);
            kept = kept[length..];
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote, also that of another instance of the same network class.</summary>
    /// <param name="source"><see cref="ByteCount"/> bytes.</param>
    /// <exception cref="ArgumentException">They are not those of a state of this class.</exception>
    public void Load(ReadOnlySpan<byte> source)
    {
        CheckLength(source.Length, nameof(source));
        if (BinaryPrimitives.ReadInt64LittleEndian(source) != Magic || BinaryPrimitives.ReadInt64LittleEndian(source[sizeof(long)..]) != _layout.Mark)
            throw new ArgumentException($"These bytes are no state of {GetType().DeclaringType?.Name}. Pass what Save wrote of a state of the same class.", nameof(source));
        ReadOnlySpan<float> kept = MemoryMarshal.Cast<byte, float>(source[HeadBytes..]);
        FrameMemory.Place(ref MemoryMarshal.GetReference(Memory)) = 0;
        foreach ((int offset, int frames, int frameLength) in _layout.Values)
        {
            int length = frames * frameLength;
            kept[..length].CopyTo(Memory.Slice(offset, length));
            kept = kept[length..];
        }
    }

    /// <summary>Makes another state of the same class remember the same: for generated code only.</summary>
    [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
    protected void CopyMemoryTo(SequenceState other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Memory.CopyTo(other.Memory);
    }

    private void CheckLength(int length, string name)
    {
        if (length != ByteCount)
            throw new ArgumentException($"{name} has {length} bytes, but the state of {GetType().DeclaringType?.Name} has {ByteCount}. Pass as many as ByteCount says.", name);
    }
}
