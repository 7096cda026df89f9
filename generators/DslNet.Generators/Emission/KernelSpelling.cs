using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>
/// What a kernel of a network is named after, should other networks call it too. It is kept with the network's plan: an edit of one network of a project does
/// not spell the kernels of all others again.
/// </summary>
/// <param name="key">The kernel.</param>
internal sealed class KernelSpelling(KernelKey key)
{
    // Of a class, so that it is set at once: several threads may ask.
    private Measured? _text;

    /// <summary>The kernel.</summary>
    public KernelKey Key => key;

    /// <summary>The kernel with what only its comments say.</summary>
    public string Words => key.Words;

    /// <summary>Whether its text is known.</summary>
    public bool IsMeasured => _text is not null;

    /// <summary>The length of its text for one target, without comments.</summary>
    public int Length => (_text ??= Measure()).Length;

    /// <summary>A hash of that text.</summary>
    public string Hash => (_text ??= Measure()).Hash;

    private Measured Measure()
    {
        SourceWriter writer = new();
        key.Kernel.WriteMethods(writer, key.Kernel.RunsOn(Target.Typical), new("Kernel"));
        string text = string.Join("\n", writer.Unlimited.Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));
        return new(text.Length, HintNames.LongHash(text));
    }

    private sealed record Measured(int Length, string Hash);
}
