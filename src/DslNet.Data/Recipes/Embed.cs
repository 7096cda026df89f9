namespace DslNet.Data;

/// <summary>
/// A token for each row, from 1 on for the categories of the training part, for an input of <see cref="TokensAttribute"/> and its <see cref="EmbeddingAttribute"/>. Token 0 is for a category that is unknown or missing: the vocabulary
/// is one more than there are categories.
/// </summary>
/// <remarks>
/// Columns of a step with an <see cref="InputStep.Input"/> share its categories and are several tokens of one input. The vector of token 0 learns only from rows that have it: let <see cref="CategoryStep.MinimumCount"/> be 2 or more where unknown categories will come.
/// </remarks>
/// <param name="columns">Columns of categories.</param>
/// <example><code>new Embed("make", "model") { MinimumCount = 2 }</code></example>
public sealed class Embed(params ReadOnlySpan<string> columns) : CategoryStep(columns)
{
    internal override IEnumerable<FittedStep> Fit(Table table) => Input is not null ? [Fit(table, [.. Columns])] : Columns.Select(name => Fit(table, [name]));

    private FittedEmbed Fit(Table table, string[] names)
    {
        bool byNumber = names.All(name => table[name].Type == ColumnType.Number);
        return new FittedEmbed(names, Input, Categories.Of(names.Select(name => table[name]), byNumber, MinimumCount), byNumber, Unknown);
    }
}
