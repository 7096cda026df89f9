namespace DslNet.Benchmarks.Protocol;

/// <summary>A network of a peer with everything in memory that a call needs.</summary>
internal interface IPeerWork : IDisposable
{
    /// <summary>What is timed.</summary>
    /// <returns>The loss of a training step, or the first output of a prediction.</returns>
    float Run();

    /// <summary>All outputs for the batch; asked only where <see cref="Run"/> predicts.</summary>
    float[] Outputs();

    /// <summary>A hash of the parameters as they are now; null where they are stored otherwise than a baseline stores them.</summary>
    string? ParameterHash => null;
}
