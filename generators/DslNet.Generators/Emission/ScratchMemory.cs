using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>Where the scratch memory of a program comes from.</summary>
internal abstract class ScratchMemory(ProgramPlan program)
{
    /// <summary>The program.</summary>
    protected ProgramPlan Program => program;

    /// <summary>The line over the declarations of some buffers.</summary>
    public abstract string Heading(IReadOnlyList<Buffer> buffers);

    /// <summary>Declares a buffer.</summary>
    public abstract string Declaration(string name, Buffer buffer);

    /// <summary>What a buffer holds, for the comment behind its declaration.</summary>
    public virtual string Content(Buffer buffer) => NumberText.Counted(buffer.Length, "float");
}
