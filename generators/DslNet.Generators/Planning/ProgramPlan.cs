using DslNet.Generators.Operations;

namespace DslNet.Generators.Planning;

/// <summary>A program ready to be written: what is done once a call, what is done block by block, and where everything lies.</summary>
/// <param name="Prologue">Operations done once a call, before the first block.</param>
/// <param name="GroupStart">Operations done before the first block of a sample group.</param>
/// <param name="Stages">Operations done for each block of samples.</param>
/// <param name="GroupEnd">Operations done after the last block of a sample group.</param>
/// <param name="BlockSamples">Samples in a block.</param>
/// <param name="ScratchLength">Floats of scratch memory.</param>
internal sealed record ProgramPlan(
    IReadOnlyList<Operation> Prologue, IReadOnlyList<Operation> GroupStart, IReadOnlyList<Stage> Stages, IReadOnlyList<Operation> GroupEnd,
    int BlockSamples, long ScratchLength)
{
    private IReadOnlyList<Buffer>? _scratch;

    public IReadOnlyList<Operation> Operations { get; } = [.. Prologue, .. GroupStart, .. Stages.SelectMany(stage => stage.Operations), .. GroupEnd];

    /// <summary>The scratch memory, in the order of its first use.</summary>
    public IReadOnlyList<Buffer> Scratch => _scratch ??= [.. Buffer.ScratchOf(Operations)];

    /// <summary>The buffers that are next in the place of another: those that share memory with it, without one between that shares it with both.</summary>
    public IReadOnlyList<Buffer> SuccessorsOf(Buffer buffer)
    {
        List<Buffer> successors = [];
        foreach (Buffer later in Scratch.SkipWhile(other => other != buffer).Skip(1).Where(later => later.SharesPlaceWith(buffer)))
        {
            if (!successors.Any(later.SharesPlaceWith))
                successors.Add(later);
        }

        return successors;
    }
}
