using DslNet.Generators.Operations;
using DslNet.Generators.Simd;

namespace DslNet.Generators.Emission;

/// <summary>A kernel that several networks of a project call.</summary>
/// <param name="Key">The kernel.</param>
/// <param name="Words">What it says in comments.</param>
/// <param name="Inlined">Whether these networks have small programs for one sample, which some kernels become part of.</param>
/// <param name="Method">What it is called.</param>
internal sealed record SharedKernel(KernelKey Key, string Words, bool Inlined, string Method)
{
    public Kernel Kernel => Key.Kernel;

    /// <summary>Its name where it is written.</summary>
    public KernelName Name => new(Method, ClassSuffix: SuffixOf(Inlined));

    /// <summary>What the name of its class has behind that of the target.</summary>
    public static string SuffixOf(bool predictsOne) => predictsOne ? "OfSmallNetworks__" : "__";

    /// <summary>Whether the file of a target has it.</summary>
    public bool IsOn(Target target) => Kernel.RunsOn(target) == target
        && (target.HasPrograms || Target.All.Any(caller => caller.HasPrograms && Kernel.RunsOn(caller) == target));
}
