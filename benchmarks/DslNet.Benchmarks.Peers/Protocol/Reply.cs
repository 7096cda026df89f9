using DslNet.Benchmarks.Measuring;

namespace DslNet.Benchmarks.Protocol;

/// <summary>What a peer answers: one line of JSON.</summary>
/// <param name="Version">The library and its version.</param>
/// <param name="Unsupported">Why the peer cannot do the job; null if it can.</param>
/// <param name="Failure">Why nothing can be compared with the peer at all; null if all is well.</param>
/// <param name="Values">What came out: the outputs, or the losses of the first steps.</param>
/// <param name="ParameterHash">A hash of the parameters after those steps; null if the peer gives none.</param>
/// <param name="Repeat">One repeat.</param>
internal sealed record Reply(
    string Version = "", string? Unsupported = null, string? Failure = null, float[]? Values = null, string? ParameterHash = null, Repeat Repeat = default);
