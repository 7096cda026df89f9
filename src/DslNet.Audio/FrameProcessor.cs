namespace DslNet.Audio;

/// <summary>A network's <c>Process</c>: computes the outputs of a block of frames.</summary>
/// <typeparam name="TState">The class of its states.</typeparam>
/// <param name="state">The stream's state.</param>
/// <param name="block">Frames × input length.</param>
/// <param name="outputs">Frames × output length.</param>
public delegate void FrameProcessor<in TState>(TState state, ReadOnlySpan<float> block, Span<float> outputs) where TState : SequenceState;
