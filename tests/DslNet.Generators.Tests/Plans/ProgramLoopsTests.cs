using DslNet.Generators.Emission;
using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using Buffer = DslNet.Generators.Operations.Buffer;

namespace DslNet.Generators.Tests.Plans;

/// <summary>How programs spell what follows from their loops, and which loops they cannot spell.</summary>
public sealed class ProgramLoopsTests
{
    private static readonly ProgramLoops s_blocks = ProgramLoops.OfBlocks("first", "end", 8);

    private static readonly Buffer s_values = Buffer.OfSample("values", 16);

    [Fact]
    public void A_loop_is_spelled_with_its_first_turn_and_its_last()
    {
        LoopSpelling block = s_blocks.Find(Level.Block)!, sample = s_blocks.Find(Level.Sample)!;
        Assert.Equal("for (int start = first; start < end; start += 8)", block.Head(Direction.Ascending));
        Assert.Equal("int block = global::System.Math.Min(8, end - start);", block.Opening);
        Assert.Equal(("start != first", "start + block == end"), (block.IsLaterTurn, block.IsLastTurn));
        Assert.Equal("for (int s = 0; s < block; s++)", sample.Head(Direction.Ascending));
        Assert.Null(sample.Opening);
        Assert.Equal(("s != 0", "s + 1 == block"), (sample.IsLaterTurn, sample.IsLastTurn));
    }

    /// <summary>A buffer has a copy per sample of the loop that keeps it; an operation that does a whole block is given where they begin.</summary>
    [Theory]
    [InlineData(nameof(Level.Call), nameof(Level.Sample), "ref Place__.Add(ref values, (start + s) * 16)")]
    [InlineData(nameof(Level.Call), nameof(Level.Block), "ref Place__.Add(ref values, start * 16)")]
    [InlineData(nameof(Level.Block), nameof(Level.Sample), "ref Place__.Add(ref values, s * 16)")]
    [InlineData(nameof(Level.Block), nameof(Level.Block), "ref values")]
    [InlineData(nameof(Level.Sample), nameof(Level.Sample), "ref values")]
    public void Memory_follows_the_loops_between(string keptBy, string at, string expected)
    {
        Assert.Equal(expected, s_blocks.Reference("values", s_values, Enum.Parse<Level>(keptBy), Enum.Parse<Level>(at)));
        Assert.Equal("ref values", ProgramLoops.OneSample.Reference("values", s_values, Enum.Parse<Level>(keptBy), Enum.Parse<Level>(at)));
    }

    [Fact]
    public void One_copy_is_the_same_for_all_samples() =>
        Assert.Equal("ref sums", s_blocks.Reference("sums", Buffer.OfGroup("sums", 16), Level.Group, Level.Sample));

    [Fact]
    public void Facts_are_spelled_by_the_loops_around()
    {
        Assert.Equal("start != first", s_blocks.Spell(new ProgramFact.LaterTurn(Level.Block), Level.Block));
        Assert.Equal("start + block == end", s_blocks.Spell(new ProgramFact.LastTurn(Level.Block), Level.Block));
        Assert.Equal("global::DslNet.Numerics.CounterRandom.Key(seed, step, 3, start + s)", s_blocks.Spell(new ProgramFact.RandomKey(3), Level.Sample));
        Assert.Equal("-5", s_blocks.Spell(new ProgramFact.Constant(-5), Level.Sample));
        Assert.Equal("epsilon: 0.5f", s_blocks.Spell(new ProgramFact.Real(0.5f, "epsilon"), Level.Call));
        Assert.Equal("start + s - first", s_blocks.Spell(new ProgramFact.SamplesBefore(), Level.Sample));
        Assert.Equal("group.Groups", ProgramLoops.BetweenGroups.Spell(new ProgramFact.Groups(), Level.Call));
        Assert.Equal("group.Samples", ProgramLoops.BetweenGroups.Spell(new ProgramFact.Samples(), Level.Call));
        Assert.Throws<NotSupportedException>(() => s_blocks.Spell(new ProgramFact.Groups(), Level.Block));
        Assert.Equal("rows: 5", s_blocks.Spell(new ProgramFact.Constant(5, "rows"), Level.Sample));
        Assert.Throws<NotSupportedException>(() => s_blocks.Spell(new ProgramFact.LastTurn(Level.Group), Level.Block));
        Assert.Throws<NotSupportedException>(() => ProgramLoops.OneSample.Spell(new ProgramFact.LaterTurn(Level.Block), Level.Block));
    }

    [Fact]
    public void What_the_library_does_not_run_is_refused()
    {
        Operation ofSample = At(When.In(Level.Sample)), ofCall = At(When.In(Level.Call));
        Assert.Equal(Level.Call, Writable.CallOf(ProgramPlanner.Plan([ofSample])).Level);
        Assert.Equal(3, Writable.CallOf(ProgramPlanner.Plan([ofSample, ofCall, ofSample])).Body.Count);
        Assert.Contains("many of them", Refusal([At(When.Entering(Level.Network)), ofSample]), StringComparison.Ordinal);
        Assert.Contains("begins a call with its groups", Refusal([ofCall, ofSample]), StringComparison.Ordinal);
        Buffer ofBlock = Buffer.OfBlock("sums", 16);
        Assert.Contains(
            "sums needs memory of the call, per block", Refusal([At(When.In(Level.Block), ofBlock), At(When.In(Level.Group)), At(When.In(Level.Block), ofBlock)]), StringComparison.Ordinal);

        static string Refusal(Operation[] operations) =>
            Assert.Throws<NotSupportedException>(() => Writable.CallOf(ProgramPlanner.Plan(operations))).Message;
    }

    /// <summary>Predictions have one phase, and so have most trainings.</summary>
    [Fact]
    public void What_a_program_of_one_phase_cannot_have_is_refused()
    {
        Operation ofSample = At(When.In(Level.Sample)), ofCall = At(When.In(Level.Call));
        Assert.Equal(Level.Call, Writable.CallOfOnePhase(ProgramPlanner.Plan([ofSample])).Level);
        Assert.Contains("one phase", Refusal([ofSample, ofCall, ofSample]), StringComparison.Ordinal);
        Assert.Contains("one phase", Refusal([ofSample, At(When.Leaving(Level.Call))]), StringComparison.Ordinal);
        Assert.Contains(
            "values needs memory of the call, per sample", Refusal([At(When.In(Level.Sample), s_values), At(When.In(Level.Group)), At(When.In(Level.Sample), s_values)]), StringComparison.Ordinal);

        static string Refusal(Operation[] operations) => Assert.Throws<NotSupportedException>(() => Writable.CallOfOnePhase(ProgramPlanner.Plan(operations))).Message;
    }

    private static Operation At(When when, params Buffer[] buffers) => new("Operation", when, "Library__.Nothing.Do", [.. buffers.Select(buffer => new Operand(buffer.Name, buffer))], []);
}
