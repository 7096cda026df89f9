using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DslNet.Data;

/// <summary>A recipe with what it has learned of the training part: makes datasets of tables. <see cref="TableModel{TNetwork}.Save"/> writes it into the file of the weights.</summary>
public sealed class FittedRecipe
{
    // Those steps that inputs follow from; others are of targets alone, which a prediction does not have.
    private readonly ImmutableArray<FittedStep> _inputSteps;

    internal FittedRecipe(ImmutableArray<FittedStep> steps)
    {
        Steps = steps;
        Targets = [.. steps.OfType<TargetEncoder>()];
        _inputSteps = StepsOfInputs(steps);
        HashSet<string> made = [.. _inputSteps.SelectMany(step => step.Makes)];
        Columns = [.. _inputSteps.SelectMany(step => step.Reads).Where(column => !made.Contains(column)).Distinct()];
    }

    /// <summary>The columns that a row needs for a prediction.</summary>
    public ImmutableArray<string> Columns { get; }

    /// <summary>The columns that are predicted.</summary>
    public ImmutableArray<string> TargetColumns => [.. Targets.Select(target => target.Column)];

    /// <summary>How many values all inputs of values have together: what <see cref="InputAttribute"/> declares where there is one.</summary>
    public int InputLength => Steps.OfType<ValueEncoder>().Sum(step => step.Width);

    /// <summary>The steps.</summary>
    internal ImmutableArray<FittedStep> Steps { get; }

    /// <summary>What is predicted.</summary>
    internal ImmutableArray<TargetEncoder> Targets { get; }

    /// <summary>Makes a dataset for a network of rows with all inputs and targets. Everything is copied.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="network">The network.</param>
    /// <exception cref="ArgumentException">The table lacks a column, or the recipe does not fit the network; the message says what each has.</exception>
    /// <exception cref="InvalidDataException">A cell is not what a step needs; the message names the file, the line and the column.</exception>
    public Dataset Apply(Table table, INetwork network)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(network);
        foreach (FittedStep step in Steps)
            table = step.Transform(table);
        return new PortPlan(this, network.Description).ToDataset(table, withTargets: true);
    }

    /// <summary>The recipe as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize([.. Steps], RecipeJson.Default.FittedStepArray);

    /// <summary>Reads a recipe from JSON, as <see cref="ToJson"/> writes it.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="InvalidDataException">The text is no recipe.</exception>
    public static FittedRecipe FromJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        FittedStep?[] steps;
        try
        {
            steps = JsonSerializer.Deserialize(json, RecipeJson.Default.FittedStepArray) ?? throw new JsonException("it is null");
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or ArgumentException)
        {
            throw new InvalidDataException($"The recipe is not as this version of DslNet.Data writes it ({exception.Message}). Save the model again.", exception);
        }

        return new([.. steps.Select(Validated)]);
    }

    /// <summary>What each step makes, a line each: how many values or tokens, so that one sees what the network must declare.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        foreach (FittedStep step in Steps)
        {
            string? made = step switch
            {
                FittedOneHot one => $"{Counted.Text(one.Width, "value")}: {Shown(one.Categories)}",
                ValueEncoder values => Counted.Text(values.Width, "value"),
                FittedEmbed embed => $"{Counted.Text(embed.Columns.Length, "token")} of {embed.Vocabulary.ToString(CultureInfo.InvariantCulture)}: unknown, {Shown(embed.Categories)}",
                FittedTargetClass target => $"target, {Counted.Text(target.Classes.Length, "class", "classes")}: {Shown(target.Classes)}",
                TargetEncoder => "target, 1 value",
                _ => null,
            };
            if (made is not null)
                text.Append(CultureInfo.InvariantCulture, $"{string.Join(", ", step.Reads)}: {made}\n");
        }

        return text.ToString();
    }

    /// <summary>The table as encoders of inputs see it; it needs no targets.</summary>
    internal Table TransformInputs(Table table)
    {
        foreach (FittedStep step in _inputSteps)
            table = step.Transform(table);
        return table;
    }

    /// <summary>A step of a file, which anybody may have changed.</summary>
    private static FittedStep Validated(FittedStep? step, int index)
    {
        string? problem = step is null ? "is null"
            : !step.Reads.Any() || step.Reads.Any(string.IsNullOrEmpty) ? "names no column"
            : step.Problem();
        return problem is null ? step! : throw new InvalidDataException(
            $"Step {(index + 1).ToString(CultureInfo.InvariantCulture)} of the recipe{(step is null ? "" : $" ({step.GetType().Name["Fitted".Length..]} of {string.Join(", ", step.Reads)})")} {problem}. The file was damaged or changed by hand: save the model again.");
    }

    private static ImmutableArray<FittedStep> StepsOfInputs(ImmutableArray<FittedStep> steps)
    {
        // From the end: a column that an encoder reads may be what a step before it makes or changes.
        HashSet<string> needed = [];
        List<FittedStep> kept = [];
        foreach (FittedStep step in steps.Reverse().Where(step => step is not TargetEncoder))
        {
            if (step is not (ValueEncoder or FittedEmbed) && !step.Reads.Concat(step.Makes).Any(needed.Contains))
                continue;
            needed.UnionWith(step.Reads);
            kept.Add(step);
        }

        kept.Reverse();
        return [.. kept];
    }

    private static string Shown(string[] categories) => categories.Length <= 8 ? string.Join(", ", categories) : $"{string.Join(", ", categories.Take(7))}, …";
}
