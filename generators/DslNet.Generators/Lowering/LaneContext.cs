using DslNet.Generators.Expressions;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Lowering;

/// <summary>What a layer sees of the graph while it is lowered with frames in lanes.</summary>
/// <param name="lowering">The program.</param>
/// <param name="node">The layer.</param>
/// <param name="finish">What becomes of each value before it is stored: the activation behind it, and rounding of what is kept.</param>
/// <param name="finishPhrase">The same for comments.</param>
internal sealed class LaneContext(ProgramLowering lowering, NodeSpec node, Expr finish, string finishPhrase, NodeSpec? join = null, IReadOnlyList<LaneValue>? joined = null)
{
    public NodeSpec Node => node;

    public string Name => node.Name;

    public int InputCount => node.Inputs.Count;

    /// <summary>Whether values are stored as they are.</summary>
    public bool StoresAsIs => finish is Expr.Input;

    /// <summary>Whether later frames read the output.</summary>
    public bool IsKept => lowering.IsKept(node);

    public LaneValue Input(int index = 0) => lowering.Lanes(node.Inputs[index]);

    /// <summary>Memory for the output, or for that of the join behind the layer.</summary>
    public LaneValue NewOutput() => lowering.NewLanes(join ?? node);

    /// <summary>What the join behind the layer reads besides.</summary>
    public IReadOnlyList<(Operand Operand, int Row)> Joined { get; } = [.. (joined ?? []).Select((value, i) => (value.As($"other{i}"), value.Step))];

    public Operand Parameter(string role, string name) => lowering.ParameterOperand(node, role, name);

    /// <summary>Where the output goes.</summary>
    public LaneSink Sink(LaneValue output) => new(
        finish, output.As("y").Parameter, output.Step, Joined.Select(each => each.Operand.Parameter).ToEquatableArray(), new([.. Joined.Select(each => each.Row)]), finishPhrase);

    /// <summary>What is stored of a value.</summary>
    public Expr Finished(Expr value) => finish.WithInputs([value]);

    public string FinishPhrase => finishPhrase;

    public void Add(string part, Kernel kernel, IEnumerable<Operand> operands) => lowering.Add(Role.Forward, node.Name, new Operation(node.Name + part + ProgramLowering.OnLanes, kernel, operands));
}
