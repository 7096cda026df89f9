using System.Numerics;

namespace DslNet.CompilerServices;

/// <summary>
/// Into how many groups the samples of a call are divided: a function of shapes and the number of samples alone, since what is
/// summed group by group must not depend on the number of threads.
/// </summary>
internal static class SampleGroups
{
    /// <summary>Fewer samples than this are one group.</summary>
    public const int LeastDivided = 128;

    private const int MostGradientGroups = 8, MostEvaluationGroups = 32, EvaluationSamples = 64;

    // A group costs passes over all parameters; networks that use each of them seldom get longer groups.
    private const int Samples = 64, LongSamples = 128, FrequentUse = 4;

    /// <summary>The most floats of memory that the sums of groups beside the first may take: 64 MB.</summary>
    private const long MostSums = 16 * 1024 * 1024;

    /// <summary>Groups of a gradient. A power of two, so that two, four or eight threads come out even.</summary>
    /// <param name="samples">The number of samples.</param>
    /// <param name="multiplyAdds">Those of a sample, or of a frame.</param>
    /// <param name="parameters">The number of parameters.</param>
    /// <param name="frames">Of samples that are sequences, the frames of each, which are worked on as samples are; 1 of others.</param>
    public static int OfGradients(int samples, long multiplyAdds, int parameters, int frames = 1)
    {
        long all = (long)samples * frames;
        if (all < LeastDivided)
            return 1;
        int size = multiplyAdds >= (long)FrequentUse * parameters ? Samples : LongSamples;
        int groups = PowerOfTwo((int)Math.Min(Math.Clamp(all / size, 2, MostGradientGroups), samples));
        while (groups > 1 && (groups - 1L) * parameters > MostSums)
            groups /= 2;
        return groups;
    }

    /// <summary>
    /// The most samples whose gradients are summed in floats one after the other. Each addition is rounded to the sum's last place: after some
    /// millions of samples nothing would be added any more. So longer groups are summed in parts, and the parts in doubles.
    /// </summary>
    public const int MostInPart = 256;

    /// <summary>Parts of a group of so many samples, or of sequences of so many frames each: a sequence is not divided.</summary>
    public static int Parts(int samples, int frames = 1) => (int)Math.Min(((long)samples * frames + MostInPart - 1) / MostInPart, samples);

    /// <summary>Groups of a prediction, whose losses are summed one by one.</summary>
    public static int OfEvaluation(int samples, int frames = 1)
    {
        long all = (long)samples * frames;
        return all < LeastDivided ? 1 : PowerOfTwo((int)Math.Min(Math.Min(all / EvaluationSamples, MostEvaluationGroups), samples));
    }

    /// <summary>The first sample of a group, or of a part of one; of that after the last, the number of samples.</summary>
    public static int First(int group, int groups, int samples) => (int)((long)samples * group / groups);

    private static int PowerOfTwo(int most) => 1 << BitOperations.Log2((uint)most);
}
