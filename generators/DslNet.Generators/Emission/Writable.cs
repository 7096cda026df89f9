using DslNet.Generators.Operations;
using DslNet.Generators.Planning;

namespace DslNet.Generators.Emission;

/// <summary>What a plan can have that no program can be written for yet, in one place.</summary>
internal static class Writable
{
    /// <summary>What a call of a program consists of: what it begins with, and loops over groups.</summary>
    /// <exception cref="NotSupportedException">The plan has something that the library does not run, or has no memory for.</exception>
    public static Loop CallOf(ProgramPlan program)
    {
        if (program.Root is not { Enter: [], Body: [Loop call], Leave: [] })
            throw new NotSupportedException("The library runs calls alone: nothing is done once for many of them, since nothing says yet whether the parameters have changed.");
        if (call.Body is not [Loop, ..])
            throw new NotSupportedException("The library begins a call with its groups: what waits for all of them is behind the first loop.");
        if (program.Memory.Buffers.FirstOrDefault(buffer => !IsThere(program.Memory[buffer].Area)) is { } buffer)
            throw new NotSupportedException($"{buffer.Name} needs {program.Memory[buffer].Area}, which programs do not have.");
        return call;
    }

    /// <summary>The same of a program that runs its groups once, and leaves nothing for others of its threads.</summary>
    /// <exception cref="NotSupportedException">It has phases, or memory that grows with the call.</exception>
    public static Loop CallOfOnePhase(ProgramPlan program)
    {
        Loop call = CallOf(program);
        if (program.HasPhases)
            throw new NotSupportedException("The library predicts in one phase: nothing is done between groups or behind them.");
        if (program.Memory.Buffers.FirstOrDefault(buffer => program.Memory[buffer].Area.Owner != MemoryOwner.Thread) is { } buffer)
            throw new NotSupportedException($"{buffer.Name} needs {program.Memory[buffer].Area}, and programs of one phase have scratch memory alone.");
        return call;
    }

    private static bool IsThere(MemoryArea area) => area == MemoryArea.Scratch || area == MemoryArea.OfCall || area == MemoryArea.OfGroups || area == MemoryArea.OfSamples || area == MemoryArea.OfFrames;
}
