using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using Buffer = DslNet.Generators.Operations.Buffer;

namespace DslNet.Generators.Tests.Plans;

/// <summary>How long buffers are kept, how many copies they have, and where.</summary>
public sealed class MemoryPlanTests
{
    private const int Length = 40, Rounded = 48;

    [Fact]
    public void What_one_loop_over_samples_uses_has_one_copy()
    {
        Buffer buffer = Buffer.OfSample("buffer", Length);
        MemoryPlan memory = Plan(At(When.In(Level.Sample), buffer), At(When.In(Level.Sample), buffer), At(When.In(Level.Block))).Memory;
        Assert.Equal(new Allocation(MemoryArea.Scratch, Level.Sample, Rounded, 0), memory[buffer]);
        Assert.False(memory.HasCopyPerSampleOfBlock(buffer));
        Assert.Equal(Rounded, memory.ScratchLength);
    }

    [Fact]
    public void What_two_loops_over_samples_use_has_a_copy_per_sample_of_a_block()
    {
        Buffer buffer = Buffer.OfSample("buffer", Length);
        ProgramPlan plan = Plan(At(When.In(Level.Sample), buffer), At(When.In(Level.Block)), At(When.In(Level.Sample), buffer));
        Assert.True(plan.BlockSamples > 1);
        Assert.Equal(new Allocation(MemoryArea.Scratch, Level.Block, plan.BlockSamples * Length, 0), plan.Memory[buffer]);
        Assert.True(plan.Memory.HasCopyPerSampleOfBlock(buffer));
    }

    /// <summary>Sums over a block, a group or a call, whose loops over samples are further in, have one copy all the same.</summary>
    [Theory]
    [InlineData(nameof(Level.Block))]
    [InlineData(nameof(Level.Group))]
    [InlineData(nameof(Level.Call))]
    public void A_loop_further_in_makes_no_copies(string per)
    {
        Level level = Enum.Parse<Level>(per);
        Buffer sums = new(BufferKind.Scratch, "sums", Length, level);
        MemoryPlan memory = Plan(At(When.Entering(level), sums), At(When.In(Level.Sample), sums)).Memory;
        Assert.Equal(new Allocation(MemoryArea.Scratch, level, Rounded, 0), memory[sums]);
    }

    /// <summary>While one sample is worked on, what others wait with must stay, and so must what is kept for later.</summary>
    [Fact]
    public void Memory_is_shared_between_times()
    {
        Buffer first = Buffer.OfSample("first", Length), second = Buffer.OfSample("second", Length), third = Buffer.OfSample("third", Length), weights = Buffer.OfCall("weights", Length);
        MemoryPlan memory = Plan(
            At(When.Entering(Level.Call), weights), At(When.In(Level.Sample), first), At(When.In(Level.Sample), second),
            At(When.In(Level.Block), weights), At(When.In(Level.Sample), third)).Memory;
        Assert.Equal([weights, first, second, third], memory.Buffers);
        Assert.True(memory.Share(first, second) && memory.Share(first, third));
        Assert.All([first, second, third], buffer => Assert.False(memory.Share(buffer, weights)));
        Assert.Equal(2 * Rounded, memory.ScratchLength);
        Assert.Equal([second], memory.SuccessorsOf(first));

        Buffer saved = Buffer.OfSample("saved", Length);
        ProgramPlan plan = Plan(At(When.In(Level.Sample), saved), At(When.In(Level.Sample), first), At(When.In(Level.Block), saved));
        Assert.False(plan.Memory.Share(saved, first));
    }

    /// <summary>The values that batch normalisation keeps while it waits for the statistics of all groups.</summary>
    [Fact]
    public void What_one_phase_leaves_for_the_next_is_kept_by_the_call()
    {
        Buffer values = Buffer.OfSample("values", Length), more = Buffer.OfSample("more", 16), sums = Buffer.OfGroup("sums", Length), mean = Buffer.OfCall("mean", Length);
        Buffer within = Buffer.OfSample("within", Length);
        MemoryPlan memory = Plan(
            At(When.Entering(Level.Group), sums), At(When.In(Level.Sample), values, more, sums, within), At(When.In(Level.Call), sums, mean),
            At(When.In(Level.Sample), values, more, mean)).Memory;
        MemoryArea call = new(MemoryOwner.Call), groups = new(MemoryOwner.Call, Growth.PerGroup), samples = new(MemoryOwner.Call, Growth.PerSample);
        Assert.Equal(new Allocation(samples, Level.Call, Rounded, 0), memory[values]);
        Assert.Equal(new Allocation(samples, Level.Call, 16, Rounded), memory[more]);
        Assert.Equal(new Allocation(groups, Level.Call, Rounded, 0), memory[sums]);
        Assert.Equal(new Allocation(call, Level.Call, Rounded, 0), memory[mean]);
        Assert.Equal([MemoryArea.Scratch, call, groups, samples], memory.Areas);
        Assert.Equal([Rounded, Rounded, Rounded, Rounded + 16], memory.Areas.Select(memory.LengthOf));
        Assert.Equal(new Allocation(MemoryArea.Scratch, Level.Sample, Rounded, 0), memory[within]);
        Assert.False(memory.Share(values, within));
        Assert.False(memory.HasCopyPerSampleOfBlock(values));
    }

    /// <summary>Threads are at different operations, so that what one has done with is not free for another.</summary>
    [Fact]
    public void Memory_of_the_call_is_not_shared_between_times()
    {
        Buffer first = Buffer.OfSample("first", Length), second = Buffer.OfSample("second", Length);
        Operation wait = At(When.In(Level.Group));
        MemoryPlan memory = Plan(At(When.In(Level.Sample), first), wait, At(When.In(Level.Sample), first), wait, At(When.In(Level.Sample), second), wait, At(When.In(Level.Sample), second)).Memory;
        Assert.Equal(new Allocation(new(MemoryOwner.Call, Growth.PerSample), Level.Group, Rounded, 0), memory[first]);
        Assert.Equal(Rounded, memory[second].Offset);
    }

    /// <summary>Between phases all threads wait: gradients of a late phase have the memory of values that the phases before have done with.</summary>
    [Fact]
    public void Memory_of_samples_is_shared_between_phases()
    {
        Buffer first = Buffer.OfSample("first", Length), second = Buffer.OfSample("second", Length), both = Buffer.OfSample("both", Length);
        Operation wait = At(When.In(Level.Call));
        MemoryPlan memory = Plan(
            At(When.In(Level.Sample), first), wait, At(When.In(Level.Sample), first, both), wait, At(When.In(Level.Sample), both, second), wait, At(When.In(Level.Sample), second)).Memory;
        Assert.All([first, second, both], buffer => Assert.Equal((MemoryArea.OfSamples, Level.Call), (memory[buffer].Area, memory[buffer].KeptBy)));
        Assert.True(memory.Share(first, second));
        Assert.False(memory.Share(first, both));
        Assert.False(memory.Share(both, second));
        Assert.Equal(2 * Rounded, memory.LengthOf(MemoryArea.OfSamples));
    }

    [Fact]
    public void What_blocks_leave_for_the_next_loop_over_blocks_is_kept_by_the_call()
    {
        Buffer sums = Buffer.OfBlock("sums", Length);
        MemoryPlan memory = Plan(At(When.In(Level.Block), sums), At(When.In(Level.Group)), At(When.In(Level.Block), sums)).Memory;
        Assert.Equal(new Allocation(new(MemoryOwner.Call, Growth.PerBlock), Level.Group, Rounded, 0), memory[sums]);
    }

    /// <summary>Weights that are quantised once for many calls.</summary>
    [Fact]
    public void What_is_made_for_many_calls_is_kept_by_the_network()
    {
        Buffer quantised = Buffer.OfNetwork("quantised", Length), transposed = Buffer.OfNetwork("transposed", Length);
        MemoryPlan memory = Plan(
            At(When.Entering(Level.Network), quantised), At(When.Entering(Level.Network), transposed), At(When.In(Level.Sample), quantised, transposed)).Memory;
        MemoryArea network = new(MemoryOwner.Network);
        Assert.Equal(new Allocation(network, Level.Network, Rounded, 0), memory[quantised]);
        Assert.Equal(new Allocation(network, Level.Network, Rounded, Rounded), memory[transposed]);
        Assert.Equal((0, 2 * Rounded), (memory.ScratchLength, memory.LengthOf(network)));
    }

    /// <summary>What later frames are computed from is there for all frames of a sequence, with those before; other values are those of a block.</summary>
    [Fact]
    public void What_other_frames_read_is_kept_by_the_sequence()
    {
        Buffer first = Buffer.OfFrame("first", Length, before: 3), second = Buffer.OfFrame("second", Length, before: 1), within = Buffer.OfSample("within", Length);
        ProgramPlan plan = ProgramPlanner.Plan([At(When.In(Level.Sample), first, within), At(When.In(Level.Block), within, second)], overTime: true);
        Assert.All([first, second], buffer => Assert.Equal((Level.Sequence, MemoryArea.OfFrames), (plan.Memory[buffer].KeptBy, plan.Memory[buffer].Area)));
        Assert.Equal((Level.Block, MemoryArea.Scratch), (plan.Memory[within].KeptBy, plan.Memory[within].Area));
        Assert.False(plan.Memory.Share(first, second));
        Assert.Equal((3 * Length, 4 * Length), (plan.Memory.FirstFrame(first), plan.Memory.FirstFrame(second)));
        Assert.Equal(4 * Length, plan.Memory.FramesAround);
    }

    /// <summary>Backpropagation through time reads what each frame has saved.</summary>
    [Fact]
    public void What_frames_save_for_the_way_back_grows_with_their_number()
    {
        Buffer saved = Buffer.OfSample("saved", Length), again = Buffer.OfSample("again", Length);
        ProgramPlan plan = ProgramPlanner.Plan([Forward(saved), Backward(saved), Forward(again), Backward(again)], overTime: true);
        MemoryArea frames = MemoryArea.OfFrames;
        Assert.Equal(new Allocation(frames, Level.Sequence, Length, 0), plan.Memory[saved]);
        Assert.False(plan.Memory.HasCopyPerSampleOfBlock(saved));
        Assert.True(plan.Memory.Share(saved, again));
        Assert.Equal((0, Length), (plan.Memory.ScratchLength, plan.Memory.LengthOf(frames)));

        static Operation Forward(Buffer buffer) => At(When.In(Level.Sample), buffer);

        static Operation Backward(Buffer buffer) => Forward(buffer) with { Role = Role.WeightGradient };
    }

    [Fact]
    public void One_sample_has_one_copy_of_everything()
    {
        Buffer buffer = Buffer.OfSample("buffer", Length);
        ProgramPlan plan = ProgramPlanner.PlanOne([At(When.In(Level.Sample), buffer), At(When.In(Level.Block), buffer)]);
        Assert.Equal(1, plan.BlockSamples);
        Assert.Equal(Rounded, plan.Memory[buffer].Reserved);
    }

    private static ProgramPlan Plan(params Operation[] operations) => ProgramPlanner.Plan(operations);

    private static Operation At(When when, params Buffer[] buffers) => new("Operation", when, "Library__.Nothing.Do", [.. buffers.Select(buffer => new Operand(buffer.Name, buffer))], []);
}
