namespace DslNet;

/// <summary>Counts pairs of classes: in a square for so many classes as a table may be printed of, else only the pairs that occur.</summary>
internal sealed class ClassCounts(int classes)
{
    // A square of 16 MiB; beyond, most of it would be zeros.
    private const int MostInSquare = 2048;

    private readonly int[]? _square = classes <= MostInSquare ? new int[classes * classes] : null;
    private readonly Dictionary<(int Actual, int Predicted), int> _pairs = [];

    /// <summary>Whether every pair has a place.</summary>
    public bool IsSquare => _square is not null;

    /// <summary>The pairs that occur, where not every pair has a place.</summary>
    public IEnumerable<KeyValuePair<(int Actual, int Predicted), int>> Pairs => _pairs;

    public int Largest => _square?.Max() ?? _pairs.Values.DefaultIfEmpty().Max();

    public int this[int actual, int predicted] => _square is { } square ? square[actual * classes + predicted] : _pairs.GetValueOrDefault((actual, predicted));

    public void Add(int actual, int predicted)
    {
        if (_square is { } square)
            square[actual * classes + predicted]++;
        else
            _pairs[(actual, predicted)] = _pairs.GetValueOrDefault((actual, predicted)) + 1;
    }

    /// <summary>How many samples of all classes were taken for one.</summary>
    public long OfPredicted(int predicted)
    {
        if (_square is null)
            return _pairs.Where(pair => pair.Key.Predicted == predicted).Sum(pair => (long)pair.Value);
        long sum = 0;
        for (int actual = 0; actual < classes; actual++)
            sum += this[actual, predicted];
        return sum;
    }

    /// <summary>How many samples there are of one class.</summary>
    public long OfActual(int actual)
    {
        if (_square is null)
            return _pairs.Where(pair => pair.Key.Actual == actual).Sum(pair => (long)pair.Value);
        long sum = 0;
        for (int predicted = 0; predicted < classes; predicted++)
            sum += this[actual, predicted];
        return sum;
    }
}
