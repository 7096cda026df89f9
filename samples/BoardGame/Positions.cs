using DslNet;

namespace FourInARow;

/// <summary>Positions of games that are played at random, with what the teacher says of them.</summary>
internal static class Positions
{
    /// <summary>With fewer discs too few positions differ, with more hardly a move is left.</summary>
    private const int FewestDiscs = 2, MostDiscs = 16;

    /// <summary>How many positions are drawn that all differ.</summary>
    public static Board[] Draw(int count, int seed)
    {
        var random = new Random(seed);
        HashSet<Board> drawn = [];
        while (drawn.Count < count)
        {
            Board board = default;
            int discs = random.Next(FewestDiscs, MostDiscs + 1);
            while (board.Discs < discs && !board.IsLost)
            {
                int column = random.Next(Board.Columns);
                if (board.CanPlay(column))
                    board = board.Play(column);
            }

            if (!board.IsLost)
                drawn.Add(board);
        }

        return [.. drawn];
    }

    /// <summary>What the network reads and should say.</summary>
    public static Dataset Label(Board[] boards, Teacher teacher)
    {
        (float[] images, float[] counts) = Encode(boards);
        return Dataset.FromColumns(
            new("board", images, 2 * Board.Cells), new("counts", counts, 2 * Board.Columns),
            new("move", boards.Select(teacher.BestMove).ToArray()), new("result", boards.Select(board => (float)teacher.Result(board)).ToArray(), 1));
    }

    /// <summary>One image of whose turn it is and one of the other one; and of each column how many cells are free, and how many discs are one's own.</summary>
    public static (float[] Images, float[] Counts) Encode(Board[] boards)
    {
        float[] images = new float[boards.Length * 2 * Board.Cells], counts = new float[boards.Length * 2 * Board.Columns];
        for (int i = 0; i < boards.Length; i++)
        {
            Span<float> image = images.AsSpan(i * 2 * Board.Cells), numbers = counts.AsSpan(i * 2 * Board.Columns);
            for (int column = 0; column < Board.Columns; column++)
            {
                numbers[column] = Board.Rows - boards[i].Height(column);
                for (int row = 0; row < Board.Rows; row++)
                {
                    int owner = boards[i].At(column, row), cell = row * Board.Columns + column;
                    image[cell] = owner > 0 ? 1 : 0;
                    image[Board.Cells + cell] = owner < 0 ? 1 : 0;
                    numbers[Board.Columns + column] += owner > 0 ? 1 : 0;
                }
            }
        }

        return (images, counts);
    }
}
