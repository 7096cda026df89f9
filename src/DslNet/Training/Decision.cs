namespace DslNet;

/// <summary>The class of a sample, by a network's outputs.</summary>
internal static class Decision
{
    /// <summary>The class of a sample with an output that is NaN.</summary>
    public const int NoClass = ConfusionMatrix.NoClass;

    /// <summary>The first of the largest; none if any is NaN, since then nobody knows the largest.</summary>
    public static int ArgMax(ReadOnlySpan<float> scores) => ValueSearch.IndexOfLargest(scores);

    /// <summary>Class 1 if an output makes it likelier than not; none if that is NaN.</summary>
    public static int OfOutput(LossDescription loss, float output) => float.IsNaN(output) ? NoClass : output > (loss.Link == Link.None ? EvenTarget(loss) : 0) ? 1 : 0;

    /// <summary>Class 1 if a target makes it likelier than not.</summary>
    public static int OfTarget(LossDescription loss, float target) => target > EvenTarget(loss) ? 1 : 0;

    /// <summary>The target that makes two classes equally likely.</summary>
    private static float EvenTarget(LossDescription loss) => loss.Target == LossTarget.Signs ? 0 : 0.5f;
}
