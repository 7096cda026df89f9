using System.Collections.Immutable;

namespace DslNet.Data;

/// <summary>Which steps of a recipe make which input, and which output is which target, of one network.</summary>
internal sealed class PortPlan
{
    private readonly NetworkDescription _network;
    private readonly ImmutableArray<FittedStep>[] _inputs;
    private readonly ImmutableArray<(TargetEncoder Target, PortDescription Output)> _targets;

    /// <exception cref="ArgumentException">The recipe does not fit the network.</exception>
    public PortPlan(FittedRecipe recipe, NetworkDescription network)
    {
        _network = network;
        if (network.Sequence is not null)
            throw new ArgumentException($"{network.Name} takes sequences, but a recipe makes samples of single rows. Declare [Input] in place of [Sequence].");
        ILookup<PortDescription, FittedStep> byPort = recipe.Steps.Where(step => step is ValueEncoder or FittedEmbed).ToLookup(step => InputOf(step));
        _inputs = [.. network.Inputs.Select(port => byPort[port].ToImmutableArray())];
        foreach ((PortDescription port, ImmutableArray<FittedStep> steps) in network.Inputs.Zip(_inputs))
            Check(port, steps);
        _targets = [.. recipe.Targets.Select(target => (target, OutputOf(target)))];
        foreach ((TargetEncoder target, PortDescription port) in _targets)
            Check(target, port);
        if (!network.HasNamedPorts && _targets.Length > 1)
            throw new ArgumentException($"The recipe has {_targets.Length} targets ({string.Join(", ", recipe.TargetColumns)}), but {network.Name} has one output without a name. Take one, or name outputs.");
    }

    /// <summary>The output that a target is compared with.</summary>
    public PortDescription OutputOf(TargetEncoder target) =>
        Find(_network.Outputs, target.Output, target.Column) ?? (_network.Outputs.Length == 1 && target.Output is null ? _network.Outputs[0] : throw new ArgumentException(
            $"The recipe's target {target.Column} is for {(target.Output is null ? "no output that is named" : $"the output {target.Output}")}, and {_network.Name} has the {Counted.Noun(_network.Outputs.Length, "output")} {Names(_network.Outputs)}. Give the step Output = one of them."));

    /// <summary>What an output is trained by; null if by nothing.</summary>
    public LossDescription? LossOf(PortDescription output) => _network.HasNamedPorts ? _network.Losses.FirstOrDefault(loss => loss.Of == output.Name) : _network.Loss;

    /// <summary>Makes a dataset of a table that the recipe has transformed.</summary>
    public Dataset ToDataset(Table table, bool withTargets)
    {
        if (withTargets && _targets.IsEmpty)
            throw new ArgumentException($"The recipe has no target, so there is nothing to compare the outputs of {_network.Name} with. Add new TargetNumber(…) or new TargetClass(…).");
        if (_network.HasNamedPorts)
        {
            List<DataColumn> columns = [.. _network.Inputs.Zip(_inputs, (port, steps) => Column(table, port, steps))];
            if (withTargets)
                columns.AddRange(_targets.Select(pair => Column(table, pair.Target, pair.Output)));
            return Dataset.FromColumns([.. columns]);
        }

        float[] inputs = Values(table, _inputs[0], _network.InputLength);
        if (!withTargets)
            return Dataset.FromTargets(inputs, new float[table.RowCount], _network.InputLength, 1);
        (TargetEncoder target, PortDescription output) = _targets[0];
        return target is FittedTargetClass classes && LossOf(output) is not { Target: LossTarget.Signs }
            ? Dataset.FromLabels(inputs, Labels(table, classes), _network.InputLength)
            : Dataset.FromTargets(inputs, Targets(table, target, output), _network.InputLength, 1);
    }

    private static string Names(IEnumerable<PortDescription> ports) => string.Join(", ", ports.Select(port => port.Name));

    private static PortDescription? Find(ImmutableArray<PortDescription> ports, string? given, string column) =>
        ports.FirstOrDefault(port => port.Name == (given ?? column));

    private PortDescription InputOf(FittedStep step)
    {
        (string? given, string column, bool isOfTokens) = step is FittedEmbed embed ? (embed.Input, embed.Columns[0], true) : (((ValueEncoder)step).Input, ((ValueEncoder)step).Column, false);
        if (Find(_network.Inputs, given, column) is { } port)
            return port;
        PortDescription[] alike = [.. _network.Inputs.Where(port => port.Element == ElementType.Int32 == isOfTokens)];
        return given is null && alike.Length == 1 ? alike[0] : throw new ArgumentException(
            $"{_network.Name} has no input {given ?? column} for {string.Join(", ", step.Reads)}: it has {string.Join(", ", _network.Inputs)}. Give the step Input = one of {(alike.Length > 0 ? Names(alike) : "them")}{(alike.Length > 0 ? "" : isOfTokens ? ", after you declared [Tokens]" : ", after you declared [Input]")}.");
    }

    private void Check(PortDescription port, ImmutableArray<FittedStep> steps)
    {
        if (port.Element == ElementType.Int32)
        {
            if (steps is not [FittedEmbed embed])
                throw new ArgumentException($"{_network.Name} has the input {port} of tokens, but the recipe has {(steps.IsEmpty ? "no step" : "other steps")} for it. Give it one step Embed, with Input = \"{port.Name}\".");
            if (embed.Columns.Length != port.Shape.Length)
                throw new ArgumentException($"{_network.Name} has the input {port}, but Embed makes {Counted.Text(embed.Columns.Length, "token")} of {string.Join(", ", embed.Columns)}. Declare [Tokens({embed.Vocabulary}, Length = {embed.Columns.Length})].");
            if (embed.Vocabulary > port.Vocabulary)
                throw new ArgumentException($"{_network.Name} has the input {port}, but {string.Join(", ", embed.Columns)} has {Counted.Text(embed.Categories.Length, "category", "categories")} and the unknown one. Declare [Tokens({embed.Vocabulary})] or more, or let Embed have a larger MinimumCount.");
            return;
        }

        if (steps.FirstOrDefault(step => step is FittedEmbed) is { } tokens)
            throw new ArgumentException($"Embed makes tokens of {string.Join(", ", tokens.Reads)}, but the input {port.Name} of {_network.Name} takes values. Declare [Tokens] and [Embedding] for them, or take OneHot.");
        int width = steps.Sum(step => ((ValueEncoder)step).Width);
        if (width != port.Shape.Length)
        {
            string made = string.Join(", ", steps.Select(step => $"{((ValueEncoder)step).Column} {((ValueEncoder)step).Width}"));
            throw new ArgumentException($"{_network.Name} has the input {port}, of {Counted.Text(port.Shape.Length, "value")}, but the recipe makes {width}{(made.Length == 0 ? "" : $" ({made})")}. Declare [Input({width}{(_network.HasNamedPorts ? $", Name = \"{port.Name}\"" : "")})], or change the recipe.");
        }
    }

    private void Check(TargetEncoder target, PortDescription port)
    {
        int length = port.Shape.Length;
        if (target is not FittedTargetClass classes)
        {
            if (length != 1)
                throw new ArgumentException($"{_network.Name} has the output {port}, but the target {target.Column} is one number. Let the last layer be Dense(1).");
            return;
        }

        if (length == 1 && LossOf(port) is { Target: LossTarget.Probabilities or LossTarget.Signs })
        {
            if (classes.Classes.Length != 2)
                throw new ArgumentException($"{_network.Name} has 1 output, which tells two classes apart, but {target.Column} has {classes.Classes.Length}. Let the last layer be Dense({classes.Classes.Length}), with [SoftmaxCrossEntropy].");
            return;
        }

        if (length != classes.Classes.Length || LossOf(port) is not { Target: LossTarget.Labels })
            throw new ArgumentException($"{target.Column} has {Counted.Text(classes.Classes.Length, "class", "classes")}, but {_network.Name} has the output {port} with the loss {LossOf(port)?.Name ?? "of nothing"}. Let the last layer be Dense({classes.Classes.Length}), with [SoftmaxCrossEntropy].");
    }

    private static DataColumn Column(Table table, PortDescription port, ImmutableArray<FittedStep> steps) => steps is [FittedEmbed embed]
        ? new DataColumn(port.Name, Tokens(table, embed), embed.Columns.Length)
        : new DataColumn(port.Name, Values(table, steps, port.Shape.Length), port.Shape.Length);

    private DataColumn Column(Table table, TargetEncoder target, PortDescription output) => target is FittedTargetClass classes && output.Shape.Length > 1
        ? new DataColumn(output.Name, Labels(table, classes))
        : new DataColumn(output.Name, Targets(table, target, output), 1);

    private static float[] Values(Table table, ImmutableArray<FittedStep> steps, int length)
    {
        float[] values = new float[table.RowCount * length];
        int offset = 0;
        foreach (ValueEncoder encoder in steps.Cast<ValueEncoder>())
        {
            TableColumn column = table[encoder.Column];
            for (int row = 0; row < table.RowCount; row++)
                encoder.Encode(column, row, values.AsSpan(row * length + offset, encoder.Width));
            offset += encoder.Width;
        }

        return values;
    }

    private static int[] Tokens(Table table, FittedEmbed embed)
    {
        int[] tokens = new int[table.RowCount * embed.Columns.Length];
        for (int i = 0; i < embed.Columns.Length; i++)
        {
            TableColumn column = table[embed.Columns[i]];
            for (int row = 0; row < table.RowCount; row++)
                tokens[row * embed.Columns.Length + i] = embed.Encode(column, row);
        }

        return tokens;
    }

    private static int[] Labels(Table table, FittedTargetClass target)
    {
        TableColumn column = table[target.Column];
        return [.. Enumerable.Range(0, table.RowCount).Select(row => target.Label(column, row))];
    }

    /// <summary>Targets of one value: a number, or of two classes 0 and 1, or −1 and 1 where the loss takes signs.</summary>
    private float[] Targets(Table table, TargetEncoder target, PortDescription output)
    {
        TableColumn column = table[target.Column];
        float least = LossOf(output) is { Target: LossTarget.Signs } ? -1 : 0;
        return [.. Enumerable.Range(0, table.RowCount).Select(row => target is FittedTargetNumber number ? (float)number.Learned(column, row) : ((FittedTargetClass)target).Label(column, row) == 0 ? least : 1)];
    }
}
