using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DslNet.CompilerServices;

/// <summary>What a caller passes for some samples; what is not given is empty, and a null reference to the programs.</summary>
internal readonly ref struct NetworkCall(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<int> labels, int count)
{
    private readonly ReadOnlySpan<float> _targets = targets;
    private readonly ReadOnlySpan<int> _labels = labels;

    public ReadOnlySpan<float> Inputs { get; } = inputs;

    /// <summary>The number of samples.</summary>
    public int Count { get; } = count;

    /// <summary>The first sample's input.</summary>
    public ref float Input => ref First(Inputs);

    /// <summary>The first sample's target.</summary>
    public ref float Target => ref First(_targets);

    /// <summary>The first sample's label.</summary>
    public ref int Label => ref First(_labels);

    public NetworkCall Slice(int first, int count) =>
        new(Slice(Inputs, Count, first, count), Slice(_targets, Count, first, count), Slice(_labels, Count, first, count), count);

    /// <summary>The part of a span that belongs to some of its samples; nothing of nothing.</summary>
    public static ReadOnlySpan<T> Slice<T>(ReadOnlySpan<T> span, int samples, int first, int count) =>
        span.Slice(span.Length / samples * first, span.Length / samples * count);

    /// <summary>The first element, or a null reference where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T First<T>(ReadOnlySpan<T> span) => ref span.IsEmpty ? ref Unsafe.NullRef<T>() : ref MemoryMarshal.GetReference(span);
}
