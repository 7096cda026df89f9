namespace DslNet.Data;

/// <summary>Rows by the text that they have in a column, in an order that no hash decides: that of their first rows.</summary>
internal static class RowGroups
{
    /// <summary>All groups; rows whose cell is missing are one more.</summary>
    public static List<List<int>> Of(TableColumn column)
    {
        List<List<int>> groups = [];
        Dictionary<string, List<int>> byText = [];
        List<int>? missing = null;
        for (int row = 0; row < column.Count; row++)
        {
            List<int>? group;
            if (column.Text(row) is { } text)
            {
                if (!byText.TryGetValue(text, out group))
                    groups.Add(byText[text] = group = []);
            }
            else if ((group = missing) is null)
            {
                groups.Add(group = missing = []);
            }

            group.Add(row);
        }

        return groups;
    }

    /// <summary>All groups, of a column that says of each row to which group it belongs.</summary>
    public static List<List<int>> OfAll(TableColumn column)
    {
        Refuse(column);
        return Of(column);
    }

    /// <summary>Refuses a column in which a cell is missing.</summary>
    public static void Refuse(TableColumn column)
    {
        for (int row = 0; row < column.Count; row++)
        {
            if (column.IsMissing(row))
                throw column.Wrong(row, "is missing, but decides to which part the row belongs", "Fill it in, or leave the row out.");
        }
    }
}
