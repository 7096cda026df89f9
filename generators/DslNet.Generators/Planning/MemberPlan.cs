using DslNet.Generators.Lowering;
using DslNet.Generators.Simd;

namespace DslNet.Generators.Planning;

/// <summary>What is written of a network for populations of it: the program, and its kernels, each once.</summary>
/// <param name="Program">The program.</param>
internal sealed record MemberPlan(MemberProgram Program)
{
    public KernelTable Kernels { get; } = new(Program.Operations);

    /// <summary>What a target's file has: all kernels, or those that other targets call where there are no programs for it.</summary>
    public IEnumerable<NamedKernel> KernelsOf(Target target) => target.HasPrograms
        ? Kernels.All
        : Kernels.All.Where(kernel => Target.All.Any(caller => caller.HasPrograms && kernel.Kernel.RunsOn(caller) == target));

    /// <summary>Whether a target would do anything better than the next one that there are programs for.</summary>
    public bool GainsFrom(Target target) => target.Fallback is null || Kernels.All.Any(kernel => kernel.Kernel.RunsOn(target) is { } own && (own == target || !own.HasPrograms));
}
