using DslNet.CompilerServices;

namespace DslNet.Networks.Tests;

/// <summary>The library's method that has the programs sum gradients and update parameters meanwhile.</summary>
internal delegate double TrainMethod(
    NetworkMemory memory, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<int> labels, int count, float scale, int seed, long step,
    RecordedUpdate update);
