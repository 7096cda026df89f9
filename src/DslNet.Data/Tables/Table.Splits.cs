namespace DslNet.Data;

/// <summary>Parts of a table to train and to test with.</summary>
public sealed partial class Table
{
    /// <summary>Divides the rows at random.</summary>
    /// <param name="share">Which share of the rows the first part gets, between 0 and 1.</param>
    /// <param name="seed">The same seed gives the same division on every machine.</param>
    /// <exception cref="ArgumentException">The share leaves a part without rows.</exception>
    public TableSplit Split(double share, int seed) => Divide(SplitPlan.Random(this, share, seed));

    /// <summary>Divides the rows at random, so that both parts have the same shares of each category of a column, but for rounding: of a class that is rare, say.</summary>
    /// <param name="column">The column.</param>
    /// <param name="share">Which share of the rows the first part gets, between 0 and 1.</param>
    /// <param name="seed">The same seed gives the same division on every machine.</param>
    /// <exception cref="ArgumentException">There is no such column, or the share leaves a part without rows.</exception>
    public TableSplit SplitStratified(string column, double share, int seed) => Divide(SplitPlan.Stratified(this, this[column], share, seed));

    /// <summary>Divides the rows at random, so that all rows with the same text in a column are in one part: all of one patient, say.</summary>
    /// <param name="column">The column, in which no cell may be missing.</param>
    /// <param name="share">Which share of the rows the first part gets, between 0 and 1, as nearly as whole groups allow.</param>
    /// <param name="seed">The same seed gives the same division on every machine.</param>
    /// <exception cref="ArgumentException">There is no such column, or the share leaves a part without rows.</exception>
    /// <exception cref="InvalidDataException">A cell of the column is missing.</exception>
    public TableSplit SplitByGroup(string column, double share, int seed) => Divide(SplitPlan.ByGroup(this, this[column], share, seed));

    /// <summary>Divides the rows by a column of dates or numbers: the first part has what was before, the second what came after. Rows of one time are never divided.</summary>
    /// <param name="column">The column, in which no cell may be missing.</param>
    /// <param name="share">Which share of the rows the first part gets, between 0 and 1, as nearly as whole times allow.</param>
    /// <exception cref="ArgumentException">There is no such column, or the share leaves a part without rows.</exception>
    /// <exception cref="InvalidDataException">A cell of the column is missing, or neither date nor number.</exception>
    public TableSplit SplitByTime(string column, double share) => Divide(SplitPlan.ByTime(this, this[column], share));

    /// <summary>The parts of a cross-validation: each row is tested with once, and trained with in all other folds.</summary>
    /// <param name="count">How many folds, 2 at least.</param>
    /// <param name="seed">The same seed gives the same folds on every machine.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 2 folds, or more than rows.</exception>
    public IReadOnlyList<TableSplit> Folds(int count, int seed) => FoldsOf(count, FoldPlan.Random(this, count, seed));

    /// <summary>The parts of a cross-validation that all have the same shares of each category of a column, but for rounding.</summary>
    /// <param name="column">The column.</param>
    /// <param name="count">How many folds, 2 at least.</param>
    /// <param name="seed">The same seed gives the same folds on every machine.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 2 folds, or more than rows.</exception>
    public IReadOnlyList<TableSplit> FoldsStratified(string column, int count, int seed) => FoldsOf(count, FoldPlan.Stratified(this, this[column], count, seed));

    /// <summary>The parts of a cross-validation in which all rows with the same text in a column are in one fold.</summary>
    /// <param name="column">The column, in which no cell may be missing.</param>
    /// <param name="count">How many folds, 2 at least.</param>
    /// <param name="seed">The same seed gives the same folds on every machine.</param>
    /// <exception cref="ArgumentException">There is no such column, or it has fewer groups than there are folds.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 2 folds, or more than rows.</exception>
    /// <exception cref="InvalidDataException">A cell of the column is missing.</exception>
    public IReadOnlyList<TableSplit> FoldsByGroup(string column, int count, int seed) => FoldsOf(count, FoldPlan.ByGroup(this, this[column], count, seed));

    /// <summary>Rows in the order of the table, whichever part they are in.</summary>
    private TableSplit Divide(bool[] first)
    {
        int[] train = [.. Enumerable.Range(0, RowCount).Where(row => first[row])], test = [.. Enumerable.Range(0, RowCount).Where(row => !first[row])];
        if (train.Length == 0 || test.Length == 0)
            throw new ArgumentException($"{_origin.Source} has {Counted.Text(RowCount, "row")}, of which this split gives the first part {train.Length} and the second {test.Length}. Give both some: take another share, or a table with more rows or groups.");
        return new(Select(train), Select(test));
    }

    private TableSplit[] FoldsOf(int count, int[] foldOf) => [.. Enumerable.Range(0, count).Select(fold => Divide([.. foldOf.Select(other => other != fold)]))];
}
