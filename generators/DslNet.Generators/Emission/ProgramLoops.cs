using DslNet.Generators.Operations;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>
/// The loops of a program as it spells them, from the outside in, and what follows from them: which sample is worked on, how many there are, and
/// what operations want to know. Loops that are not among them have one turn in the program: the library runs those over groups.
/// </summary>
internal sealed class ProgramLoops(params LoopSpelling[] loops)
{
    /// <summary>Blocks of samples, and the samples of each.</summary>
    /// <param name="first">The first sample's number within the call.</param>
    /// <param name="end">That behind the last one.</param>
    /// <param name="samples">The most samples of a block.</param>
    public static ProgramLoops OfBlocks(string first, string end, int samples) =>
        new(new(Level.Block, "start", first, end, samples, "block"), new(Level.Sample, "s", "0", "block"));

    /// <summary>The same of one group of a call with phases.</summary>
    public static ProgramLoops OfGroup(string first, string end, int samples) =>
        new(new(Level.Block, "start", first, end, samples, "block"), new(Level.Sample, "s", "0", "block")) { HasGroup = true };

    /// <summary>The frames of sequences, whose number each call says; parameters are not updated meanwhile.</summary>
    /// <param name="first">The first sequence's number within the call.</param>
    /// <param name="end">That behind the last one.</param>
    /// <param name="samples">The most frames of a block.</param>
    public static ProgramLoops OfSequences(string first, string end, int samples) => new(
        new(Level.Sequence, "sequence", first, end) { Origin = "origin", Prologue = $"int origin = sequence * frames, length = samples.{SamplesStruct.LengthOf}(sequence);" },
        new(Level.Block, "start", "0", "length", samples, "block"), new(Level.Sample, "s", "0", "block"));

    /// <summary>A single sample.</summary>
    public static ProgramLoops OneSample { get; } = new();

    /// <summary>What is done once for all groups of a call.</summary>
    public static ProgramLoops BetweenGroups { get; } = new() { HasGroup = true };

    /// <summary>Whether the program is given the group that it works on, because it has phases. Then it updates no parameter.</summary>
    public bool HasGroup { get; init; }

    /// <summary>How a loop is spelled; null where it has one turn.</summary>
    public LoopSpelling? Find(Level level) => loops.SingleOrDefault(loop => loop.Level == level);

    /// <summary>Whether the samples are frames of sequences.</summary>
    private bool IsOverTime => Find(Level.Sequence) is not null;

    /// <summary>Whether there is one sample, so that nobody counts them.</summary>
    public bool IsOneSample => Find(Level.Block) is null;

    /// <summary>How many samples a kernel of a block works on.</summary>
    /// <param name="at">The loop that the operation is in: what is done once for a sequence works on one sample.</param>
    public string Samples(Level at) => at == Level.Sequence ? "1" : Find(Level.Block)?.Count ?? "1";

    /// <summary>Whether an operation works on one sample, and never more.</summary>
    public bool IsOne(Level at) => IsOneSample || at == Level.Sequence;

    /// <summary>The number of the sample that is worked on, within the call.</summary>
    public string SampleOfCall(Level at) => Sample(Level.Call, at) ?? "0";

    /// <summary>A reference to what an operation works on.</summary>
    /// <param name="name">Where the copies begin.</param>
    /// <param name="buffer">The buffer.</param>
    /// <param name="keptBy">The loop that keeps the copies.</param>
    /// <param name="at">The loop that the operation is in.</param>
    /// <param name="offset">Where in a copy the operation's data begin.</param>
    public string Reference(string name, Buffer buffer, Level keptBy, Level at, int offset = 0) => offset < 0
        ? Offset.Before(Reference(name, buffer, keptBy, at), -offset)
        : Offset.Reference(name, Offset.Of(Sample(keptBy, at < buffer.Per ? at : buffer.Per) is { } sample ? Offset.Times(sample, buffer.Length) : "", offset));

    /// <summary>What an operation is passed that is no memory.</summary>
    /// <param name="fact">What it asks for.</param>
    /// <param name="at">The loop that it is in.</param>
    public string Spell(ProgramFact fact, Level at) => fact switch
    {
        ProgramFact.Constant { Name: { } name } constant => $"{name}: {Literal.Of(constant.Value)}",
        ProgramFact.Constant constant => Literal.Of(constant.Value),
        ProgramFact.Real real => $"{real.Name}: {Literal.Of(real.Value)}",
        ProgramFact.SamplesBefore => $"{Sample(Level.Group, at)} - {Counted(Level.Block).First}",
        ProgramFact.Groups when HasGroup => $"{CallMemory.Group}.Groups",
        ProgramFact.Samples when HasGroup => $"{CallMemory.Group}.Samples",
        ProgramFact.Always => "true",
        // Of a sequence, the last block is the first one whose gradients are computed.
        ProgramFact.FramesFollow => Counted(Level.Block).IsNotLast,
        ProgramFact.FirstFrame => Counted(Level.Block).Index,
        ProgramFact.Frames => Counted(Level.Block).End,
        ProgramFact.LaterTurn when at == Level.Sequence => Counted(Level.Sequence).IsLaterTurn,
        ProgramFact.LaterTurn when IsOverTime => $"({Counted(Level.Sequence).IsLaterTurn} || {Counted(Level.Block).IsNotLast})",
        ProgramFact.LastTurn when IsOverTime => "false",
        ProgramFact.LaterTurn turn => Counted(turn.Level).IsLaterTurn,
        ProgramFact.LastTurn turn => Counted(turn.Level).IsLastTurn,
        ProgramFact.RandomKey key => $"global::DslNet.Numerics.CounterRandom.Key(seed, step, {Literal.Of(key.Layer)}, {SampleOfCall(at)})",
        ProgramFact.Update when HasGroup || IsOverTime => ParameterUpdate.None,
        ProgramFact.Update => "in update",
        _ => throw new NotSupportedException($"Programs do not know {fact}."),
    };

    /// <summary>The number of the first sample of a turn among those of another one further out; null where it is zero.</summary>
    private string? Sample(Level within, Level at)
    {
        string[] indices = [.. loops.Where(loop => loop.Level > within && loop.Level <= at).Select(loop => loop.Level < at ? loop.Origin ?? loop.Index : loop.Index)];
        return indices.Length == 0 ? null : string.Join(" + ", indices);
    }

    private LoopSpelling Counted(Level level) => Find(level) ?? throw new NotSupportedException($"The program does not count the turns of {level}.");
}
