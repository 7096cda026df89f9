namespace DslNet.Data;

/// <summary>Which rows of a table are in the first part of a split.</summary>
internal static class SplitPlan
{
    public static bool[] Random(Table table, double share, int seed)
    {
        bool[] first = new bool[table.RowCount];
        Take(first, Shuffled([.. Enumerable.Range(0, table.RowCount)], seed, part: 0), Of(share, table.RowCount));
        return first;
    }

    public static bool[] Stratified(Table table, TableColumn column, double share, int seed)
    {
        // Each category's rounding is carried over to the next, so that the parts are as large as they were asked for.
        bool[] first = new bool[table.RowCount];
        int part = 0, before = 0, taken = 0;
        foreach (List<int> group in RowGroups.Of(column))
        {
            before += group.Count;
            int count = Math.Clamp(Of(share, before) - taken, 0, group.Count);
            Take(first, Shuffled([.. group], seed, part++), count);
            taken += count;
        }

        return first;
    }

    public static bool[] ByGroup(Table table, TableColumn column, double share, int seed)
    {
        List<List<int>> groups = RowGroups.OfAll(column);
        bool[] first = new bool[table.RowCount];
        int wanted = Of(share, table.RowCount), taken = 0;
        foreach (int group in Shuffled([.. Enumerable.Range(0, groups.Count)], seed, part: 0))
        {
            // Half of a group too many is nearer than half of it too few.
            if (taken + groups[group].Count / 2.0 > wanted)
                continue;
            Take(first, [.. groups[group]], groups[group].Count);
            taken += groups[group].Count;
        }

        return first;
    }

    public static bool[] ByTime(Table table, TableColumn column, double share)
    {
        RowGroups.Refuse(column);
        double[] times = [.. Enumerable.Range(0, table.RowCount).Select(row => column.Type == ColumnType.Date ? column.Date(row)!.Value.Ticks : column.Number(row))];
        double[] sorted = [.. times.Order()];
        int wanted = Of(share, times.Length);
        if (wanted >= sorted.Length)
            return [.. times.Select(_ => true)];

        // The border is moved to the nearer end of the rows of one time.
        double border = sorted[wanted];
        int before = sorted.Count(time => time < border), through = sorted.Count(time => time <= border);
        bool takes = through - wanted < wanted - before;
        return [.. times.Select(time => time < border || takes && time == border)];
    }

    /// <summary>How many of some rows a share is.</summary>
    private static int Of(double share, int rows)
    {
        if (!(share > 0 && share < 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share is more than 0 and less than 1, such as 0.8.");
        return (int)Math.Round(share * rows);
    }

    private static void Take(bool[] first, ReadOnlySpan<int> rows, int count)
    {
        foreach (int row in rows[..count])
            first[row] = true;
    }

    /// <summary>Rows in a random order, in which each part of a seed has its own.</summary>
    internal static int[] Shuffled(int[] rows, int seed, int part)
    {
        int[] order = new int[rows.Length];
        SampleOrder.Shuffle(order, seed, part);
        return Gathered.Of(rows, order);
    }
}
