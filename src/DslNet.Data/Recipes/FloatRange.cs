namespace DslNet.Data;

/// <summary>What networks compute with: float, which holds less than the numbers of a table.</summary>
internal static class FloatRange
{
    /// <summary>The value as float.</summary>
    /// <param name="value">What a network is to be given of a cell.</param>
    /// <param name="column">The column of the cell.</param>
    /// <param name="row">Its row.</param>
    /// <exception cref="InvalidDataException">It is beyond what float holds; the message names the cell.</exception>
    public static float Check(double value, TableColumn column, int row) => (float)value is var single && float.IsFinite(single) ? single : throw column.Wrong(
        row, "is beyond the range of float, from -3.4E+38 to 3.4E+38, in which networks compute", $"Correct it, leave the row out, or put a Clip of {column.Name} before the step that reads it.");
}
