using DslNet.Generators.Operations;
using DslNet.Generators.Planning;

namespace DslNet.Generators.Emission;

/// <summary>How a program refers to the samples it works on: the calls and the memory of its kernels depend on that alone.</summary>
internal abstract class SampleScope
{
    /// <summary>The line over the declarations of scratch memory.</summary>
    public abstract string ScratchHeading(ProgramPlan program, IReadOnlyList<Buffer> buffers);

    /// <summary>What a buffer of scratch memory holds, for the comment behind its declaration.</summary>
    public abstract string Content(Buffer buffer);

    /// <summary>Declares the scratch memory of a buffer.</summary>
    public abstract string Declaration(string name, Buffer buffer);

    /// <summary>The head of the loop that a stage needs; null where it needs none.</summary>
    public abstract string? LoopOf(Stage stage);

    /// <summary>The method of a kernel to call.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="name">What its method is called.</param>
    public abstract string MethodOf(Kernel kernel, string name);

    /// <summary>The last argument of the call: how many samples; empty where it does not say.</summary>
    public abstract IEnumerable<string> Count(Operation operation);

    /// <summary>The place in a buffer of scratch memory that a kernel works on.</summary>
    public abstract string InScratch(string name, Buffer buffer, Granularity granularity);

    /// <summary>The place in the caller's memory that a kernel works on.</summary>
    public abstract string InCallersMemory(string name, Buffer buffer, Granularity granularity);

    /// <summary>Declares a name for the place where something begins.</summary>
    public static string Declare(string name, string memory, long offset) =>
        $"ref float {name} = ref {(offset == 0 ? memory : $"Place__.Add(ref {memory}, {offset})")};";
}
