namespace DslNet.Generators.Text;

/// <summary>
/// An innermost loop whose references walk through memory, each by a distance of its own per turn. The just-in-time compiler would compute
/// them anew from an index in every turn.
/// </summary>
internal sealed class Walk : IDisposable
{
    private readonly SourceWriter _writer;
    private readonly IReadOnlyList<Step> _steps;
    private readonly IDisposable _block;

    private Walk(SourceWriter writer, IReadOnlyList<Step> steps, IDisposable? scope, Func<IDisposable>? loop)
    {
        (_writer, _steps) = (writer, steps);
        foreach (Step step in steps.Where(step => step.Name != step.From))
            writer.Line($"ref float {step.Name} = {Offset.Reference(step.From, step.First)};");
        _block = scope ?? loop!();
    }

    /// <summary>The name of a reference.</summary>
    /// <param name="index">Which of them.</param>
    public string this[int index] => _steps[index].Name;

    /// <summary>Begins a loop over [first, end); of one turn, a block without a loop.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="variable">The loop's variable.</param>
    /// <param name="first">Where it begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="step">From one turn to the next.</param>
    /// <param name="steps">The references.</param>
    public static Walk Over(SourceWriter writer, string variable, string first, string end, int step, params Step[] steps) =>
        Offset.ValueOf(first) is { } from && Offset.ValueOf(end) is { } to && to <= from + step
            ? new(writer, [.. steps.Select(each => each with { Name = each.First == "0" ? each.From : each.Name, Distance = 0 })], writer.Block(), null)
            : new(writer, steps, null, () => writer.Loop(variable, first, end, step));

    public void Dispose()
    {
        foreach (Step step in _steps.Where(step => step.Distance != 0))
            _writer.Line($"{step.Name} = ref Place__.Add(ref {step.Name}, {step.Distance});");
        _block.Dispose();
    }

    /// <summary>A reference.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="From">The memory where it begins.</param>
    /// <param name="Distance">How far it walks per turn.</param>
    /// <param name="First">The offset of where it begins.</param>
    internal sealed record Step(string Name, string From, int Distance, string First = "0");
}
