using DslNet.Generators.Model;

namespace DslNet.Generators.Operations;

/// <summary>A buffer as an operation's kernel sees it.</summary>
/// <param name="Name">The kernel's parameter.</param>
/// <param name="Buffer">The buffer.</param>
/// <param name="Offset">Where in it, or in each of its copies, the kernel's data begins.</param>
internal sealed record Operand(string Name, Buffer Buffer, int Offset = 0)
{
    /// <summary>Of a parameter or its gradient, where within that the kernel's data begins: some gates of several.</summary>
    public int Within { get; init; }

    /// <summary>The same at the frame as far behind the current one as it was before it, or the other way round.</summary>
    public Operand Reversed()
    {
        if (!Buffer.CrossesTime)
            return this;
        int within = (Offset % Buffer.Length + Buffer.Length) % Buffer.Length;
        return this with { Offset = 2 * within - Offset };
    }

    /// <summary>Where in the buffer the kernel's data begins.</summary>
    public int Start => Offset + Within;

    /// <summary>The kernel's parameter, without what is passed to it.</summary>
    public KernelParameter Parameter => new(Name, Buffer.Port is { Element: ElementType.Int32 } ? KernelParameter.Integers : KernelParameter.Floats);
}
