using DslNet.Benchmarks.Protocol;

namespace DslNet.Benchmarks.Compare;

/// <summary>Whether two peers compute the same, but for rounding.</summary>
internal static class Agreement
{
    /// <summary>The largest difference, as a part of the largest number, between outputs, or between losses before the first step.</summary>
    public const float Tolerance = 1e-5f;

    /// <summary>The same between the losses of later steps: Adam turns a rounding error of a tiny gradient into a difference of a whole step.</summary>
    public const float StepTolerance = 5e-4f;

    /// <exception cref="BenchmarkException">They differ; the message says where and by how much.</exception>
    public static void Check(Job job, PeerProgram expectedBy, float[] expected, PeerProgram actualBy, float[] actual)
    {
        if (actual.Length != expected.Length)
            throw new BenchmarkException($"{job}: {expectedBy.Title} computes {expected.Length} {(expected.Length == 1 ? "number" : "numbers")}, {actualBy.Title} {actual.Length}.");
        float scale = expected.Max(MathF.Abs);
        for (int i = 0; i < actual.Length; i++)
        {
            float tolerance = job.Metric == Job.Train && i > 0 ? StepTolerance : Tolerance;

            // Not the other way round: a NaN has to fail.
            if (!(MathF.Abs(actual[i] - expected[i]) <= tolerance * scale))
            {
                string what = job.Metric == Job.Train ? "the loss of step" : "output";
                throw new BenchmarkException(
                    $"{job}: {what} {i} is {expected[i]:G9} with {expectedBy.Title}, but {actual[i]:G9} with {actualBy.Title}. They do not compute the same: nothing was timed.");
            }
        }
    }
}
