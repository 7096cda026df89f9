namespace DslNet.Generators.Graph;

/// <summary>How a reader wants the places of maxima: as numbers that it can add to an address.</summary>
/// <param name="Name">What they are called.</param>
/// <param name="InWindow">The number of a row and a column of a window.</param>
/// <param name="RowStep">What is added from one row of the image to the next, for the window's first place.</param>
/// <param name="ColumnStep">What is added from one column of the image to the next.</param>
internal sealed record PlaceForm(string Name, Func<int, int, int> InWindow, int RowStep, int ColumnStep)
{
    /// <summary>A place, which is kept as an unsigned integer, as an expression.</summary>
    public static string Read(string places, string offset) => $"Place__.Read(ref {places}, {offset})";
}
