namespace DslNet.Data;

/// <summary>A class to predict.</summary>
/// <param name="Column">The column.</param>
/// <param name="Output">The name of the network's output, if the recipe says it.</param>
/// <param name="Classes">The classes, in the order of the outputs.</param>
/// <param name="ByNumber">Whether classes are numbers.</param>
internal sealed record FittedTargetClass(string Column, string? Output, string[] Classes, bool ByNumber) : TargetEncoder(Column, Output)
{
    private readonly Dictionary<string, int> _numbers = Categories.Numbered(Classes);

    /// <summary>The number of the class of a row.</summary>
    public int Label(TableColumn column, int row) =>
        Categories.Of(column, row, ByNumber) is not { } name ? throw Missing(column, row)
        : _numbers.TryGetValue(name, out int label) ? label
        : throw column.Wrong(row, $"is none of the classes {string.Join(", ", Classes)}", "Correct it, leave the row out, or name all classes: TargetClass has Classes.");

    /// <inheritdoc/>
    public override Prediction Decode(ReadOnlySpan<float> output, LossDescription? loss) =>
        loss is { Target: LossTarget.Signs } ? Prediction.OfScore(Column, Classes, output[0])
        : Prediction.OfProbabilities(Column, Classes, output.Length == 1 ? [1 - output[0], output[0]] : output.ToArray());

    /// <inheritdoc/>
    public override string? Problem() => Categories.Problem(Classes) ?? (Classes.Length == 0 ? "has no class" : null);
}
