using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;

namespace DslNet.Generators.Planning;

/// <summary>Everything the emitter writes: a plain function of the specification.</summary>
/// <param name="Network">The specification.</param>
/// <param name="Parameters">The learned tensors and their offsets.</param>
/// <param name="States">What layers keep beside them.</param>
/// <param name="Evaluation">Prediction and loss.</param>
/// <param name="OneSample">Prediction of one sample.</param>
/// <param name="OneSampleOnStack">Whether that program's scratch memory is on the stack; if so, it becomes part of what calls it, and the kernels become part of it.</param>
/// <param name="Gradients">Loss and gradients; null where no loss is declared.</param>
internal sealed record NetworkPlan(
    NetworkSpec Network, ParameterTable Parameters, StateTable States, ProgramPlan Evaluation, ProgramPlan OneSample, bool OneSampleOnStack, ProgramPlan? Gradients)
{
    /// <summary>The memory of a state; null where samples are no sequences, or are needed whole.</summary>
    public FrameState? State { get; init; }

    /// <summary>What is written for populations; null where nothing is.</summary>
    public MemberPlan? Members { get; init; }

    /// <summary>Clearing these floats takes as long as a few multiply-adds, an arena of the pool two atomic exchanges.</summary>
    private const int StackFloats = 256;

    /// <summary>
    /// What each target writes kernels for: of equal ones one. All programs begin with the same forward kernels, but where one sample has its own.
    /// </summary>
    public KernelTable Kernels { get; } = new(Evaluation.Operations.Concat(Gradients?.Operations ?? []).Concat(OneSample.Operations));

    /// <summary>What a target's file has: all kernels, or those that other targets call where there are no programs for it.</summary>
    public IEnumerable<NamedKernel> KernelsOf(Target target) => target.HasPrograms
        ? Kernels.All
        : Kernels.All.Where(kernel => Target.All.Any(caller => caller.HasPrograms && kernel.Kernel.RunsOn(caller) == target));

    /// <summary>Whether a target would do anything better than the next one that there are programs for.</summary>
    public bool GainsFrom(Target target) => target.Fallback is null
        || Kernels.All.Any(kernel => kernel.Kernel.RunsOn(target) is { } own && (own == target || !own.HasPrograms));

    /// <summary>
    /// Whether some kernels can update parameters while they sum gradients. A program with phases sums some after others: what it does between two of
    /// them may need parameters as they were.
    /// </summary>
    public bool Updates => !Network.IsSequence && Gradients is { HasPhases: false } && Gradients.Operations.Any(operation => operation.Updated.Count > 0);

    /// <summary>Floats of scratch memory that one thread needs to predict.</summary>
    public long ArenaLength => FrameScratch + (State?.Length ?? 0);

    /// <summary>The same without the state of a sequence.</summary>
    public long FrameScratch { get; } = OneSampleOnStack ? Evaluation.ScratchLength : Math.Max(Evaluation.ScratchLength, OneSample.ScratchLength);

    /// <summary>Floats of scratch memory that one thread needs to compute gradients.</summary>
    public long WorkspaceLength { get; } = Gradients?.ScratchLength ?? 0;

    /// <summary>Whether the scratch memory would be longer than an array can be.</summary>
    public bool IsTooLarge => Math.Max(ArenaLength + Evaluation.Memory.FramesAround, WorkspaceLength + (Gradients?.Memory.FramesAround ?? 0)) > MostFloats;

    /// <summary>The floats that fit into an array.</summary>
    public const long MostFloats = int.MaxValue - 1024;

    // Set once it is whole: several threads may write one plan's files at once.
    private IReadOnlyDictionary<string, string>? _declarations;

    /// <summary>How a layer was declared. Each program says it over the layer's calls.</summary>
    public string DeclarationOf(NodeSpec node) => (_declarations ??= Network.Nodes.ToDictionary(each => each.Name, Network.DeclarationOf))[node.Name];

    /// <summary>The plan to read: see <see cref="PlanText"/>.</summary>
    public override string ToString() => PlanText.Of(this);

    /// <summary>Whether operations need so little scratch memory that it may be little enough for the stack: without a plan of it.</summary>
    public static bool MayFitStack(IReadOnlyList<Operation> operations) => Buffer.ScratchOf(operations).Sum(buffer => (long)buffer.Length) <= StackFloats;

    /// <summary>Whether a program's scratch memory is little enough for the stack.</summary>
    public static bool FitsStack(ProgramPlan program) => program.Memory.Buffers.Sum(buffer => program.Memory[buffer].Reserved) <= StackFloats;
}
