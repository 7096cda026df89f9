using System.Collections.Immutable;

namespace DslNet.Data;

/// <summary>A network with the recipe that makes its inputs: takes raw rows, and answers in the units and the words of the table.</summary>
/// <typeparam name="TNetwork">The network's class.</typeparam>
/// <remarks>
/// Many threads may predict at once, as long as none trains. A prediction allocates the inputs of its rows, and what it returns; of many rows <see cref="Predict(Table, string?)"/> does so once. A loop that must allocate nothing
/// calls <see cref="INetwork.Predict"/> with inputs that <see cref="FittedRecipe.Apply"/> made before.
/// </remarks>
/// <example><code>
/// var net = new PriceNet(seed: 1);
/// FittedRecipe fitted = recipe.Fit(train);
/// net.Fit(fitted.Apply(train, net), new FitOptions { Optimizer = new Adam(), Epochs = 30 });
/// var model = new TableModel&lt;PriceNet&gt;(net, fitted);
/// model.Save("prices.safetensors");
/// </code></example>
public sealed class TableModel<TNetwork> where TNetwork : INetwork
{
    private readonly PortPlan _plan;

    /// <summary>A network with its recipe.</summary>
    /// <param name="network">The network.</param>
    /// <param name="recipe">The recipe that made its training data.</param>
    /// <exception cref="ArgumentException">The recipe does not fit the network; the message says what each has.</exception>
    public TableModel(TNetwork network, FittedRecipe recipe)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(recipe);
        (Network, Recipe, _plan) = (network, recipe, new PortPlan(recipe, network.Description));
    }

    /// <summary>The network.</summary>
    public TNetwork Network { get; }

    /// <summary>The recipe.</summary>
    public FittedRecipe Recipe { get; }

    /// <summary>Saves the network with its recipe in one file, wholly or not at all. It is a safetensors file as any, whose metadata have the recipe.</summary>
    /// <param name="path">The file, usually *.safetensors; one that exists is replaced.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be written.</exception>
    public void Save(string path) => Network.Save(path, new Dictionary<string, string> { [TableModel.RecipeKey] = Recipe.ToJson() });

    /// <summary>Predicts of one raw row.</summary>
    /// <param name="row">Cells by the names of their columns: all that <see cref="FittedRecipe.Columns"/> names, missing ones as <see cref="Cell.Missing"/>.</param>
    /// <param name="target">The column that is predicted; null for the only one.</param>
    /// <exception cref="ArgumentException">The row lacks a column, or there is no such target.</exception>
    /// <exception cref="InvalidDataException">A cell is not what the recipe needs.</exception>
    public Prediction Predict(Row row, string? target = null)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Predict(row.ToTable(), target)[0];
    }

    /// <summary>Predicts of one object, by a schema that says what is in which column.</summary>
    /// <typeparam name="T">The class of the object.</typeparam>
    /// <param name="row">The object.</param>
    /// <param name="schema">What is in which column.</param>
    /// <param name="target">The column that is predicted; null for the only one.</param>
    /// <exception cref="ArgumentException">The schema lacks a column, or there is no such target.</exception>
    /// <exception cref="InvalidDataException">A cell is not what the recipe needs.</exception>
    public Prediction Predict<T>(T row, Schema<T> schema, string? target = null) => Predict(Table.From([row], schema), target)[0];

    /// <summary>Predicts of all rows of a table, which needs no targets.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="target">The column that is predicted; null for the only one.</param>
    /// <exception cref="ArgumentException">The table lacks a column, or there is no such target.</exception>
    /// <exception cref="InvalidDataException">A cell is not what the recipe needs; the message names the file, the line and the column.</exception>
    public ImmutableArray<Prediction> Predict(Table rows, string? target = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        TargetEncoder encoder = TargetOf(target);
        foreach (string column in Recipe.Columns)
            _ = rows[column];
        (float[] outputs, int length) = Outputs(Recipe.TransformInputs(rows), encoder);
        LossDescription? loss = _plan.LossOf(_plan.OutputOf(encoder));
        return [.. Enumerable.Range(0, rows.RowCount).Select(row => encoder.Decode(outputs.AsSpan(row * length, length), loss))];
    }

    /// <summary>Measures the network on rows with targets, as <see cref="NetworkTraining.Evaluate(INetwork, Dataset)"/> does: losses and errors are in the units of what it learned.</summary>
    /// <param name="rows">The rows.</param>
    public Evaluation Evaluate(Table rows) => Network.Evaluate(Recipe.Apply(rows, Network));

    /// <summary>Measures the errors of a regression in the unit of the table.</summary>
    /// <param name="rows">Rows with their targets.</param>
    /// <param name="target">The column that is predicted; null for the only one.</param>
    /// <exception cref="ArgumentException">The table lacks a column, or there is no such target, or it is a class.</exception>
    /// <exception cref="InvalidDataException">A target is missing, or a cell is not what the recipe needs; the message names the file, the line and the column.</exception>
    public RegressionMeasures MeasureErrors(Table rows, string? target = null)
    {
        if (TargetOf(target) is not FittedTargetNumber number)
            throw new ArgumentException($"{TargetOf(target).Column} is a class, so it has no errors of numbers. Call MeasureClasses.", nameof(target));
        ArgumentNullException.ThrowIfNull(rows);
        TableColumn actual = rows[number.Column];
        float[] wanted = [.. Enumerable.Range(0, rows.RowCount).Select(row => FloatRange.Check(number.Actual(actual, row), actual, row))];
        return RegressionMeasures.Of([.. Predict(rows, target).Select(prediction => (float)prediction.Number)], wanted);
    }

    /// <summary>Counts which classes are taken for which. A row with an output that is NaN counts as taken for no class, which is wrong.</summary>
    /// <param name="rows">Rows with their classes.</param>
    /// <param name="target">The column that is predicted; null for the only one.</param>
    /// <exception cref="ArgumentException">The table lacks a column, or there is no such target, or it is a number.</exception>
    public ConfusionMatrix MeasureClasses(Table rows, string? target = null)
    {
        if (TargetOf(target) is not FittedTargetClass classes)
            throw new ArgumentException($"{TargetOf(target).Column} is a number, not a class. Call MeasureErrors.", nameof(target));
        ImmutableArray<Prediction> predictions = Predict(rows, target);
        ConfusionMatrix matrix = new(classes.Classes.Length);
        for (int row = 0; row < rows.RowCount; row++)
            matrix.Add(classes.Label(rows[classes.Column], row), predictions[row].ClassIndex);
        return matrix;
    }

    private (float[] Outputs, int Length) Outputs(Table transformed, TargetEncoder encoder)
    {
        PortDescription port = _plan.OutputOf(encoder);
        float[] outputs = new float[transformed.RowCount * port.Shape.Length];
        Network.PredictProbabilities(_plan.ToDataset(transformed, withTargets: false), outputs, port.Name);
        return (outputs, port.Shape.Length);
    }

    private TargetEncoder TargetOf(string? column) => column is null && Recipe.Targets.Length == 1 ? Recipe.Targets[0]
        : Recipe.Targets.FirstOrDefault(target => target.Column == column) ?? throw new ArgumentException(
            $"The recipe has the {Counted.Noun(Recipe.Targets.Length, "target")} {string.Join(", ", Recipe.TargetColumns)}{(column is null ? "" : $", and none with the name {column}")}. Name one.", nameof(column));
}
