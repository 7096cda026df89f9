namespace DslNet.Populations;

/// <summary>What a generation came to.</summary>
/// <param name="Generation">The generation, from 0.</param>
/// <param name="BestLoss">The least loss; NaN where no member had one.</param>
/// <param name="BestMember">The member that has it, the first of several; −1 where none had one.</param>
/// <param name="MeanLoss">The mean of the losses that are no NaN; NaN where there are none.</param>
/// <param name="InvalidMembers">Members whose loss is NaN. They were ranked last.</param>
public sealed record EvolutionStep(long Generation, float BestLoss, int BestMember, float MeanLoss, IReadOnlyList<int> InvalidMembers)
{
    /// <summary>Reads like a line of a log.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"Generation {Generation}: best {BestLoss:G6} (member {BestMember}), mean {MeanLoss:G6}")
        + (InvalidMembers.Count == 0 ? "" : FormattableString.Invariant($"; the loss of {Counted.Text(InvalidMembers.Count, "member")} is NaN, the first of them {InvalidMembers[0]}"));
}
