using System.Runtime.CompilerServices;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>
/// What a kernel that several networks call is named after. It is kept as long as the kernel, and a kernel as long as its network is not edited: an edit of
/// one network of a project does not spell the kernels of all others again.
/// </summary>
internal sealed class KernelSpelling
{
    private static readonly ConditionalWeakTable<Kernel, KernelSpelling> s_known = new();

    private readonly Kernel _kernel;
    private (int Length, string Hash)? _text;

    private KernelSpelling(Kernel kernel) => (_kernel, Words) = (kernel, kernel.ToString());

    /// <summary>The kernel with what only its comments say.</summary>
    public string Words { get; }

    /// <summary>The length of its text for one target, without comments.</summary>
    public int Length => (_text ??= Measure()).Length;

    /// <summary>A hash of that text.</summary>
    public string Hash => (_text ??= Measure()).Hash;

    public static KernelSpelling Of(Kernel kernel) => s_known.GetValue(kernel, static kernel => new(kernel));

    private (int Length, string Hash) Measure()
    {
        SourceWriter writer = new();
        _kernel.WriteMethods(writer, _kernel.RunsOn(Target.Typical), new("Kernel"));
        string text = string.Join("\n", writer.Unlimited.Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));
        return (text.Length, HintNames.LongHash(text));
    }
}
