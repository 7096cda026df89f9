using System.Collections;

namespace DslNet.Data;

/// <summary>
/// How the columns of a table become inputs and targets of a network, declared step by step. <see cref="Fit"/> learns from the training part alone what the steps need, such as means and categories.
/// </summary>
/// <remarks>Steps are taken in order: a column that was imputed or clipped is so for the steps behind. Inputs come one after the other in the order of the steps.</remarks>
/// <example><code>
/// Recipe recipe = new()
/// {
///     new Impute("power"),
///     new Standardize("age", "km", "power"),
///     new OneHot("fuel"),
///     new TargetNumber("price") { Log = true },
/// };
/// FittedRecipe fitted = recipe.Fit(train);
/// </code></example>
public sealed class Recipe : IEnumerable<RecipeStep>
{
    private readonly List<RecipeStep> _steps = [];

    /// <summary>Adds a step behind the others.</summary>
    /// <param name="step">The step.</param>
    public void Add(RecipeStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        _steps.Add(step);
    }

    /// <summary>The steps in order.</summary>
    public IEnumerator<RecipeStep> GetEnumerator() => _steps.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Learns from a table what the steps need: means, deviations, bounds, categories. Give it the training part only, or what is measured with the rest tells more than is true.</summary>
    /// <param name="train">The rows to learn from.</param>
    /// <exception cref="ArgumentException">The table lacks a column or has no row, or the recipe has no step, or one that does not fit its column.</exception>
    /// <exception cref="InvalidDataException">A cell is not what a step needs; the message names the file, the line and the column.</exception>
    public FittedRecipe Fit(Table train)
    {
        ArgumentNullException.ThrowIfNull(train);
        if (_steps.Count == 0)
            throw new ArgumentException("The recipe has no step, so it makes no inputs. Add some, such as new Standardize(\"age\").", nameof(train));
        if (train.RowCount == 0)
            throw new ArgumentException("The table has 0 rows, so the recipe has nothing to learn from. Give it the rows to train with.", nameof(train));
        List<FittedStep> fitted = [];
        Table table = train;
        foreach (RecipeStep step in _steps)
        {
            // All that a step learns is of the columns as they were before it.
            List<FittedStep> learned = [.. step.Fit(table)];
            foreach (FittedStep one in learned)
                table = one.Transform(table);
            fitted.AddRange(learned);
        }

        return new FittedRecipe([.. fitted]);
    }
}
