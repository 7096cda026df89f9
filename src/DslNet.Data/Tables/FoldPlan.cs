namespace DslNet.Data;

/// <summary>In which fold of a cross-validation each row of a table is tested with.</summary>
internal static class FoldPlan
{
    public static int[] Random(Table table, int count, int seed)
    {
        Check(table, count);
        int[] foldOf = new int[table.RowCount];
        int dealt = 0;
        Deal(foldOf, SplitPlan.Shuffled([.. Enumerable.Range(0, table.RowCount)], seed, part: 0), count, ref dealt);
        return foldOf;
    }

    public static int[] Stratified(Table table, TableColumn column, int count, int seed)
    {
        Check(table, count);
        int[] foldOf = new int[table.RowCount];
        int part = 0, dealt = 0;
        foreach (List<int> group in RowGroups.Of(column))
            Deal(foldOf, SplitPlan.Shuffled([.. group], seed, part++), count, ref dealt);
        return foldOf;
    }

    /// <summary>The largest groups first, each to the fold that has the fewest rows so far; equals in a random order.</summary>
    public static int[] ByGroup(Table table, TableColumn column, int count, int seed)
    {
        Check(table, count);
        List<List<int>> groups = RowGroups.OfAll(column);
        if (groups.Count < count)
            throw new ArgumentException($"{column.Name} has {Counted.Text(groups.Count, "group")}, which are too few for {count} folds. Ask for as many folds as groups at most.", nameof(count));
        int[] foldOf = new int[table.RowCount], rows = new int[count];
        foreach (int group in SplitPlan.Shuffled([.. Enumerable.Range(0, groups.Count)], seed, part: 0).OrderByDescending(group => groups[group].Count))
        {
            int fold = Array.IndexOf(rows, rows.Min());
            foreach (int row in groups[group])
                foldOf[row] = fold;
            rows[fold] += groups[group].Count;
        }

        return foldOf;
    }

    /// <summary>Deals rows out to the folds in turn, on from where the last ones ended.</summary>
    private static void Deal(int[] foldOf, int[] rows, int count, ref int dealt)
    {
        foreach (int row in rows)
            foldOf[row] = dealt++ % count;
    }

    private static void Check(Table table, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, table.RowCount);
    }
}
