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

    /// <summary>A single sample.</summary>
    public static ProgramLoops OneSample { get; } = new();

    /// <summary>How a loop is spelled; null where it has one turn.</summary>
    public LoopSpelling? Find(Level level) => loops.SingleOrDefault(loop => loop.Level == level);

    /// <summary>Whether there is one sample, so that nobody counts them.</summary>
    public bool IsOneSample => Find(Level.Block) is null;

    /// <summary>How many samples a kernel of a block works on.</summary>
    public string Samples => Find(Level.Block)?.Count ?? "1";

    /// <summary>A reference to what an operation works on.</summary>
    /// <param name="name">Where the copies begin.</param>
    /// <param name="buffer">The buffer.</param>
    /// <param name="keptBy">The loop that keeps the copies.</param>
    /// <param name="at">The loop that the operation is in.</param>
    public string Reference(string name, Buffer buffer, Level keptBy, Level at) =>
        Sample(keptBy, at < buffer.Per ? at : buffer.Per) is { } sample ? $"ref Place__.Add(ref {name}, {Offset.Times(sample, buffer.Length)})" : "ref " + name;

    /// <summary>What an operation is passed that is no memory.</summary>
    /// <param name="fact">What it asks for.</param>
    /// <param name="at">The loop that it is in.</param>
    public string Spell(ProgramFact fact, Level at) => fact switch
    {
        ProgramFact.Constant { Name: { } name } constant => $"{name}: {Literal.Of(constant.Value)}",
        ProgramFact.Constant constant => Literal.Of(constant.Value),
        ProgramFact.LaterTurn turn => Counted(turn.Level).IsLaterTurn,
        ProgramFact.LastTurn turn => Counted(turn.Level).IsLastTurn,
        ProgramFact.RandomKey key => $"global::DslNet.Numerics.CounterRandom.Key(seed, step, {Literal.Of(key.Layer)}, {Sample(Level.Call, at) ?? "0"})",
        ProgramFact.GradientScale { IsWanted: false } => $"default({LibraryCall.Namespace}NoGradient)",
        ProgramFact.GradientScale { Share: not null } scale => $"new {LibraryCall.Namespace}GradientScale((float)({Factor(scale, at)}))",
        ProgramFact.GradientScale => $"new {LibraryCall.Namespace}GradientScale(scale)",
        ProgramFact.Update => "in update",
        _ => throw new NotSupportedException($"Programs do not know {fact}."),
    };

    /// <summary>What the loss of a sample is multiplied by, where each loss has a factor of its own.</summary>
    public string Factor(ProgramFact.GradientScale scale, Level at) => $"samples.{scale.Share}"
        + (scale.Weights is null ? "" : $" * {LibraryCall.Namespace}PortGuard.WeightOf(samples.{new SampleSpan(scale.Weights, IsGradient: false).Field}, {Sample(Level.Call, at) ?? "0"})");

    /// <summary>The number of the first sample of a turn among those of another one further out; null where it is zero.</summary>
    private string? Sample(Level within, Level at)
    {
        string[] indices = [.. loops.Where(loop => loop.Level > within && loop.Level <= at).Select(loop => loop.Index)];
        return indices.Length == 0 ? null : string.Join(" + ", indices);
    }

    private LoopSpelling Counted(Level level) => Find(level) ?? throw new NotSupportedException($"The program does not count the turns of {level}.");
}
