namespace DslNet;

/// <summary>
/// Counts pairs of classes: in a table for so many classes as one may be printed of, else only the pairs that occur. A sample may be
/// taken for no class, <see cref="ConfusionMatrix.NoClass"/>.
/// </summary>
internal sealed class ClassCounts(int classes)
{
    // A table of 16 MiB; beyond, most of it would be zeros.
    private const int MostInTable = 2048;

    private readonly int[]? _table = classes <= MostInTable ? new int[classes * (classes + 1)] : null;
    private readonly Dictionary<(int Actual, int Predicted), int> _pairs = [];

    /// <summary>The pairs that occur.</summary>
    public IEnumerable<(int Actual, int Predicted, int Count)> Pairs => _table is null
        ? _pairs.Select(pair => (pair.Key.Actual, pair.Key.Predicted, pair.Value))
        : from actual in Enumerable.Range(0, classes)
          from predicted in Enumerable.Range(ConfusionMatrix.NoClass, classes + 1)
          where this[actual, predicted] > 0
          select (actual, predicted, this[actual, predicted]);

    public int this[int actual, int predicted] => _table is { } table ? table[Place(actual, predicted)] : _pairs.GetValueOrDefault((actual, predicted));

    public void Add(int actual, int predicted)
    {
        if (_table is { } table)
            table[Place(actual, predicted)]++;
        else
            _pairs[(actual, predicted)] = _pairs.GetValueOrDefault((actual, predicted)) + 1;
    }

    /// <summary>How many samples of all classes were taken for one.</summary>
    public long OfPredicted(int predicted) => _table is null
        ? _pairs.Where(pair => pair.Key.Predicted == predicted).Sum(pair => (long)pair.Value)
        : Enumerable.Range(0, classes).Sum(actual => (long)this[actual, predicted]);

    /// <summary>How many samples there are of one class.</summary>
    public long OfActual(int actual) => _table is null
        ? _pairs.Where(pair => pair.Key.Actual == actual).Sum(pair => (long)pair.Value)
        : Enumerable.Range(ConfusionMatrix.NoClass, classes + 1).Sum(predicted => (long)this[actual, predicted]);

    private int Place(int actual, int predicted) => actual * (classes + 1) + predicted - ConfusionMatrix.NoClass;
}
