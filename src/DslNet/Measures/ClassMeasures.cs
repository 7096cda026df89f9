namespace DslNet;

/// <summary>How well a class is predicted, or several on average.</summary>
/// <param name="Precision">Of the samples taken for the class, the fraction that is of it.</param>
/// <param name="Recall">Of the samples of the class, the fraction that was taken for it.</param>
/// <param name="F1">The harmonic mean of precision and recall.</param>
/// <param name="Support">How many samples are of the class, or of all classes.</param>
public readonly record struct ClassMeasures(double Precision, double Recall, double F1, long Support)
{
    /// <summary>One line; <c>-</c> for what is not defined.</summary>
    public override string ToString() =>
        $"precision {MeasureText.Of(Precision)}, recall {MeasureText.Of(Recall)}, F1 {MeasureText.Of(F1)}, {Counted.Text(Support, "sample")}";
}
