namespace DslNet;

/// <summary>Averages over classes, of which some may not be defined.</summary>
internal static class ClassAverage
{
    public static ClassMeasures Of(IReadOnlyCollection<ClassTotal> classes, Averaging averaging, double undefined) => averaging switch
    {
        Averaging.Macro => Mean(classes, _ => 1, undefined),
        Averaging.Weighted => Mean(classes, total => total.Actual, undefined),
        Averaging.Micro => Defined(classes.Aggregate(default(ClassTotal), (sum, total) => sum + total).Measures, undefined),
        _ => throw new ArgumentOutOfRangeException(nameof(averaging), averaging, "There is no such average."),
    };

    private static ClassMeasures Mean(IReadOnlyCollection<ClassTotal> classes, Func<ClassTotal, long> weight, double undefined)
    {
        (ClassMeasures Measures, long Weight)[] weighted = [.. classes.Select(total => (Defined(total.Measures, undefined), weight(total)))];
        return new(
            Mean(weighted.Select(one => (one.Measures.Precision, one.Weight))),
            Mean(weighted.Select(one => (one.Measures.Recall, one.Weight))),
            Mean(weighted.Select(one => (one.Measures.F1, one.Weight))),
            classes.Sum(total => total.Actual));
    }

    /// <summary>What is NaN is left out. Where all that is left weighs nothing, all of it counts alike.</summary>
    private static double Mean(IEnumerable<(double Value, long Weight)> all)
    {
        (double Value, long Weight)[] defined = [.. all.Where(one => !double.IsNaN(one.Value))];
        long weights = defined.Sum(one => one.Weight);
        return weights == 0 ? defined.Select(one => one.Value).DefaultIfEmpty(double.NaN).Average() : defined.Sum(one => one.Value * one.Weight) / weights;
    }

    private static ClassMeasures Defined(ClassMeasures measures, double undefined) => measures with
    {
        Precision = Defined(measures.Precision, undefined),
        Recall = Defined(measures.Recall, undefined),
        F1 = Defined(measures.F1, undefined),
    };

    private static double Defined(double value, double undefined) => double.IsNaN(value) ? undefined : value;
}
