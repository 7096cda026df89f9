using System.Collections.Immutable;

namespace DslNet.Data;

/// <summary>A class to predict: for <see cref="SoftmaxCrossEntropyAttribute"/> an output for each, or of two classes one output for <see cref="BinaryCrossEntropyAttribute"/>, which is the probability of the second.</summary>
/// <param name="column">A column of categories.</param>
/// <example><code>new TargetClass("survived") { Classes = ["no", "yes"] }</code></example>
public sealed class TargetClass(string column) : TargetStep(column)
{
    /// <summary>The classes, in the order of the outputs; empty for those of the training part, numbers in their order and texts in that of their characters.</summary>
    public ImmutableArray<string> Classes { get; init; } = [];

    internal override IEnumerable<FittedStep> Fit(Table table)
    {
        TableColumn column = table[Columns[0]];
        bool byNumber = column.Type == ColumnType.Number;
        string[] classes = Classes.IsDefaultOrEmpty ? Categories.Of([column], byNumber, minimumCount: 1) : [.. Classes];
        if (Categories.Problem(classes) is { } problem)
            throw new ArgumentException($"TargetClass of {column.Name} {problem} in its Classes ({string.Join(", ", classes)}). Name each class once.");
        FittedTargetClass fitted = new(column.Name, Output, classes, byNumber);
        for (int row = 0; row < column.Count; row++)
            fitted.Label(column, row);
        return [fitted];
    }
}
