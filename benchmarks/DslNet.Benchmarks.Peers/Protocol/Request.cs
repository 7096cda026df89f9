namespace DslNet.Benchmarks.Protocol;

/// <summary>What the comparison asks of a peer: one line of JSON.</summary>
/// <param name="Command">One of the constants.</param>
/// <param name="Job">With <see cref="Prepare"/>: what is to be timed.</param>
/// <param name="Core">With <see cref="Pin"/>: where the thread is to stay.</param>
internal sealed record Request(string Command, Job? Job = null, int Core = -1)
{
    /// <summary>Build everything and tell what comes out: the outputs, or the losses of the first steps.</summary>
    public const string Prepare = "prepare";

    /// <summary>Call until the code is at its fastest.</summary>
    public const string WarmUp = "warm-up";

    /// <summary>Stay on a core from now on.</summary>
    public const string Pin = "pin";

    /// <summary>Time one repeat.</summary>
    public const string Measure = "measure";
}
