namespace DslNet;

/// <summary>What measures of a class are computed from.</summary>
/// <param name="Right">Samples of the class that were taken for it: true positives.</param>
/// <param name="Actual">Samples of the class: true positives and false negatives.</param>
/// <param name="Predicted">Samples that were taken for it: true and false positives.</param>
internal readonly record struct ClassTotal(long Right, long Actual, long Predicted)
{
    public double Precision => (double)Right / Predicted;

    public double Recall => (double)Right / Actual;

    /// <summary>From counts, so that it is 0 where only one of precision and recall is defined.</summary>
    public double FBeta(double beta) => (1 + beta * beta) * Right / (beta * beta * Actual + Predicted);

    public ClassMeasures Measures => new(Precision, Recall, FBeta(1), Actual);

    public static ClassTotal operator +(ClassTotal a, ClassTotal b) => new(a.Right + b.Right, a.Actual + b.Actual, a.Predicted + b.Predicted);
}
