using System.Numerics;

namespace FourInARow;

/// <summary>
/// A position of four in a row on a small board: discs fall to the bottom of a column, and who has four in a line wins. A column has a bit for each
/// cell, from the bottom up, and one above that stays empty, so that lines do not go on in the next column.
/// </summary>
/// <param name="Mine">The discs of whose turn it is.</param>
/// <param name="Theirs">The other one's.</param>
internal readonly record struct Board(uint Mine, uint Theirs)
{
    /// <summary>The board's sides, and its cells.</summary>
    public const int Columns = 5, Rows = 4, Cells = Columns * Rows;

    private const int Needed = 4, ColumnBits = Rows + 1;

    /// <summary>How many discs there are.</summary>
    public int Discs => BitOperations.PopCount(Mine | Theirs);

    /// <summary>Whether nobody can move any more.</summary>
    public bool IsFull => Discs == Cells;

    /// <summary>Whether the last move has won.</summary>
    public bool IsLost => HasLine(Theirs);

    /// <summary>How many discs are in a column.</summary>
    public int Height(int column) => BitOperations.PopCount((Mine | Theirs) & Cell(column, 0) * ((1u << Rows) - 1));

    /// <summary>Whether a disc fits into a column.</summary>
    public bool CanPlay(int column) => Height(column) < Rows;

    /// <summary>The position after a move, as the other one sees it.</summary>
    public Board Play(int column) => new(Theirs, Mine | Cell(column, Height(column)));

    /// <summary>Whose disc is in a cell: 1 of whose turn it is, −1 of the other one, 0 of nobody.</summary>
    public int At(int column, int row) => (Mine & Cell(column, row)) != 0 ? 1 : (Theirs & Cell(column, row)) != 0 ? -1 : 0;

    private static uint Cell(int column, int row) => 1u << (column * ColumnBits + row);

    private static bool HasLine(uint discs)
    {
        // Up, to the right, and both diagonals: what is left after each step has one more disc in that direction.
        foreach (int direction in new[] { 1, ColumnBits, ColumnBits - 1, ColumnBits + 1 })
        {
            uint line = discs;
            for (int i = 1; i < Needed; i++)
                line &= discs >> (i * direction);
            if (line != 0)
                return true;
        }

        return false;
    }
}
