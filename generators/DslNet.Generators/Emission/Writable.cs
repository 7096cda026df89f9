using DslNet.Generators.Operations;
using DslNet.Generators.Planning;

namespace DslNet.Generators.Emission;

/// <summary>What a plan can have that no program can be written for yet, in one place.</summary>
internal static class Writable
{
    /// <summary>What a call of a program consists of: what it begins with, and one loop over groups.</summary>
    /// <exception cref="NotSupportedException">The plan has something that the library does not run, or has no memory for.</exception>
    public static Loop CallOf(ProgramPlan program)
    {
        if (program.Root is not { Enter: [], Body: [Loop call], Leave: [] })
            throw new NotSupportedException("The library runs calls alone: nothing is done once for many of them, since nothing says yet whether the parameters have changed.");
        if (call is not { Body: [Loop groups], Leave: [] })
            throw new NotSupportedException("The library runs the groups of a call once: a program has one phase, and nothing is done between phases or behind them.");
        if (program.Memory.Buffers.FirstOrDefault(buffer => program.Memory[buffer].Area != MemoryArea.Scratch) is { } buffer)
            throw new NotSupportedException($"{buffer.Name} needs {program.Memory[buffer].Area}, and programs have scratch memory alone.");
        if (program.Operations.FirstOrDefault(operation => operation.Operands.Any(operand => operand.Buffer.Kind == BufferKind.State)) is { } stateful)
            throw new NotSupportedException($"{stateful.Name} works on states, and networks keep parameters alone.");
        return HasTime(groups) ? throw new NotSupportedException("Programs do not know how many frames a sequence has.") : call;
    }

    private static bool HasTime(Loop loop) => loop.Level == Level.Time || loop.Body.OfType<Loop>().Any(HasTime);
}
