using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DslNet.CompilerServices;

/// <summary>Floats at a 64-byte boundary of a pinned array: for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AlignedMemory
{
    private const int Alignment = 64;

    private readonly float[] _array;
    private readonly int _offset;
    private readonly int _behind;

    /// <summary>Allocates zeros.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    public AlignedMemory(int length) : this(length, behind: 0)
    {
    }

    /// <summary>Allocates zeros, and more of them behind the last one.</summary>
    internal AlignedMemory(int length, int behind)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        (Length, _behind) = (length, behind);
        _array = GC.AllocateArray<float>(checked(length + behind) + Alignment / sizeof(float), pinned: true);

        // The array never moves, so its distance from the next boundary, found once, holds for good.
        nint address = Unsafe.ByteOffset(ref Unsafe.NullRef<float>(), ref MemoryMarshal.GetArrayDataReference(_array));
        _offset = (int)(-address & (Alignment - 1)) / sizeof(float);
    }

    /// <summary>The number of floats.</summary>
    public int Length { get; }

    /// <summary>The floats.</summary>
    public Span<float> Span => MemoryMarshal.CreateSpan(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_array), _offset), Length);

    /// <summary>Those behind the last one.</summary>
    internal Span<float> Behind => MemoryMarshal.CreateSpan(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_array), _offset + Length), _behind);

    /// <summary>All of them.</summary>
    internal Span<float> All => MemoryMarshal.CreateSpan(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_array), _offset), Length + _behind);
}
