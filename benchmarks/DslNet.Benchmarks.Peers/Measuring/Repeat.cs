namespace DslNet.Benchmarks.Measuring;

/// <summary>One short repeat of a case.</summary>
/// <param name="Microseconds">Time of one call.</param>
/// <param name="Seconds">Time of all its calls.</param>
/// <param name="Running">The part of the time in which the thread was running.</param>
/// <param name="Probe">The slower one of the probes before and after.</param>
internal readonly record struct Repeat(double Microseconds, double Seconds, double Running, double Probe)
{
    /// <summary>The larger, the more something else was in the way.</summary>
    public double Disturbance => Probe / Running;
}
