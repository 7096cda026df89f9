namespace DslNet.Generators.Lowering;

/// <summary>
/// How a reader wants argmax indices encoded: as offsets that it can add to an address, linear in the row and the column within the window and in
/// those of the window.
/// </summary>
/// <param name="Name">What they are called.</param>
/// <param name="First">The index of a window's first position.</param>
/// <param name="InRow">What is added from one row of a window to the next.</param>
/// <param name="InColumn">What is added from one column of a window to the next.</param>
/// <param name="RowStep">What is added from one row of the image to the next, for the window's first position.</param>
/// <param name="ColumnStep">What is added from one column of the image to the next.</param>
internal sealed record IndexEncoding(string Name, int First, int InRow, int InColumn, int RowStep, int ColumnStep)
{
    /// <summary>The index of a position within a window.</summary>
    public int InWindow(int row, int column) => First + row * InRow + column * InColumn;

    /// <summary>An index as an expression.</summary>
    public static string Read(string indices, string offset) => $"Place__.Read(ref {indices}, {offset})";
}
