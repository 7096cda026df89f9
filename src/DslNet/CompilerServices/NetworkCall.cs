namespace DslNet.CompilerServices;

/// <summary>What a caller passes for some samples; what is not given is empty.</summary>
internal readonly ref struct NetworkCall(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<int> labels, int count)
{
    public ReadOnlySpan<float> Inputs { get; } = inputs;

    public ReadOnlySpan<float> Targets { get; } = targets;

    public ReadOnlySpan<int> Labels { get; } = labels;

    /// <summary>The number of samples.</summary>
    public int Count { get; } = count;

    public NetworkCall Slice(int first, int count) =>
        new(Slice(Inputs, Count, first, count), Slice(Targets, Count, first, count), Slice(Labels, Count, first, count), count);

    /// <summary>The part of a span that belongs to some of its samples; nothing of nothing.</summary>
    public static ReadOnlySpan<T> Slice<T>(ReadOnlySpan<T> span, int samples, int first, int count) =>
        span.Slice(span.Length / samples * first, span.Length / samples * count);
}
