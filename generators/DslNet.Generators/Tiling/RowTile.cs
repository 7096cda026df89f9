namespace DslNet.Generators.Tiling;

/// <summary>How many rows a register tile has.</summary>
internal static class RowTile
{
    /// <summary>
    /// The largest number up to <paramref name="most"/> that divides the rows without a rest, unless it is so small that
    /// the multipliers would starve: then the number that needs the fewest tiles.
    /// </summary>
    public static int Divide(int rows, int most)
    {
        for (int tile = Math.Min(rows, most); tile > most / 2; tile--)
        {
            if (rows % tile == 0)
                return tile;
        }

        return Balance(rows, most);
    }

    /// <summary>As few tiles as possible, of as equal size as possible.</summary>
    public static int Balance(int rows, int most)
    {
        int tiles = (rows + most - 1) / most;
        return (rows + tiles - 1) / tiles;
    }
}
