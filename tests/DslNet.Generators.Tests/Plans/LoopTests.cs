using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using Buffer = DslNet.Generators.Operations.Buffer;

namespace DslNet.Generators.Tests.Plans;

/// <summary>Which loop an operation is in, with operations that no layer has.</summary>
public sealed class LoopTests
{
    private static readonly Buffer s_memory = Buffer.OfCall("memory", 8);

    [Fact]
    public void Each_level_has_its_operations() => Assert.Equal(
        "Network(quantise: Call(prepare: Group(clear: Block(reset: first Sample(of sample) last; rest); add); total))",
        TreeOf(
            Do("first", When.In(Level.Block)), Do("of sample", When.In(Level.Sample)), Do("last", When.In(Level.Block)), Do("total", When.Leaving(Level.Call)),
            Do("add", When.Leaving(Level.Group)), Do("rest", When.Leaving(Level.Block)), Do("reset", When.Entering(Level.Block)),
            Do("clear", When.Entering(Level.Group)), Do("prepare", When.Entering(Level.Call)), Do("quantise", When.Entering(Level.Network))));

    /// <summary>What begins and ends a turn does not keep loops apart, wherever a layer adds it.</summary>
    [Fact]
    public void Neighbours_share_a_loop() => Assert.Equal(
        "Network(Call(d: Group(c: Block(Sample(a b e) f Sample(g)))))",
        TreeOf(
            Do("a", When.In(Level.Sample)), Do("b", When.In(Level.Sample)), Do("c", When.Entering(Level.Group)), Do("d", When.Entering(Level.Call)),
            Do("e", When.In(Level.Sample)), Do("f", When.In(Level.Block)), Do("g", When.In(Level.Sample))));

    /// <summary>Batch normalisation: statistics of all groups, then the other layers.</summary>
    [Fact]
    public void What_waits_for_all_groups_divides_a_call_into_phases() => Assert.Equal(
        "Network(Call(Group(clear: Block(Sample(sum))) mean Group(Block(Sample(normalise)))))",
        TreeOf(
            Do("clear", When.Entering(Level.Group)), Do("sum", When.In(Level.Sample)), Do("mean", When.In(Level.Call)), Do("normalise", When.In(Level.Sample))));

    [Fact]
    public void What_is_done_in_a_group_divides_its_blocks() => Assert.Equal(
        "Network(Call(Group(Block(Sample(a)) b Block(Sample(c)))))",
        TreeOf(Do("a", When.In(Level.Sample)), Do("b", When.In(Level.Group)), Do("c", When.In(Level.Sample))));

    /// <summary>Of a sequence forward all frames, then backward from the last one.</summary>
    [Fact]
    public void The_blocks_of_a_sequence_run_backward_for_gradients() => Assert.Equal(
        "Network(Call(Group(Sequence(clear: Block(frames Sample(head)) Block descending(Sample(head backward) frames backward)))))",
        TreeOf(
            overTime: true, Do("frames", When.In(Level.Block)), Do("clear", When.Entering(Level.Sequence)), Do("head", When.In(Level.Sample)),
            Do("head backward", When.In(Level.Sample)) with { Role = Role.InputGradient }, Do("frames backward", When.In(Level.Block)) with { Role = Role.WeightGradient }));

    [Fact]
    public void The_order_of_operations_is_that_of_the_loops()
    {
        ProgramPlan plan = ProgramPlanner.Plan([Do("b", When.In(Level.Sample)), Do("c", When.Leaving(Level.Group)), Do("a", When.Entering(Level.Call))]);
        Assert.Equal(["a", "b", "c"], plan.Operations.Select(operation => operation.Name));
    }

    [Fact]
    public void What_needs_a_loop_that_is_not_there_is_refused()
    {
        Operation[] operations = [Do("head", When.In(Level.Sample)), Do("cell", When.In(Level.Sequence))];
        Assert.Contains("cell", Assert.Throws<ArgumentException>(() => ProgramPlanner.Plan(operations)).Message, StringComparison.Ordinal);
        Assert.Equal("Network(Call(Group(Sequence(Block(Sample(head)) cell))))", TreeOf(overTime: true, operations));
    }

    private static Operation Do(string name, When when) => new(name, when, "Library__.Nothing.Do", [new("memory", s_memory)], []);

    private static string TreeOf(params Operation[] operations) => TreeOf(overTime: false, operations);

    private static string TreeOf(bool overTime, params Operation[] operations) => TextOf(ProgramPlanner.Plan(operations, overTime).Root);

    /// <summary>Level(what each turn begins with: the body; what it ends with).</summary>
    private static string TextOf(Loop loop) =>
        $"{loop.Level}{(loop.Direction == Direction.Descending ? " descending" : "")}("
        + (loop.Enter.Count > 0 ? $"{Names(loop.Enter)}: " : "")
        + string.Join(' ', loop.Body.Select(node => node is Loop inner ? TextOf(inner) : Names(node.Operations)))
        + (loop.Leave.Count > 0 ? $"; {Names(loop.Leave)}" : "") + ")";

    private static string Names(IEnumerable<Operation> operations) => string.Join(' ', operations.Select(operation => operation.Name));
}
