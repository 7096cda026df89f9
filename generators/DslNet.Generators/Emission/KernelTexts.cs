using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>
/// The texts of kernels that were written lately. An edit of a layer leaves most kernels of its network as they are, and most of an edit's time would go
/// into writing them again. A kernel's text follows from what it is looked up by, so that it is only remembered, not compared. What only its comments say
/// belongs to that: equal kernels may differ in it.
/// </summary>
internal static class KernelTexts
{
    /// <summary>Some five networks, in about 10 MB.</summary>
    private const int Most = 1500;

    private static readonly Dictionary<Sought, string> s_texts = [];

    /// <summary>What a target's file has of a kernel.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="target">The target.</param>
    /// <param name="depth">How deep its methods stand.</param>
    public static string Of(NamedKernel kernel, Target target, int depth)
    {
        Sought sought = new(kernel.Key, kernel.KernelName, target, depth);
        lock (s_texts)
        {
            if (s_texts.TryGetValue(sought, out string? known))
                return known;
        }

        SourceWriter writer = new(depth);
        kernel.Write(writer, target);
        string text = writer.ToString();
        lock (s_texts)
        {
            if (s_texts.Count >= Most)
                s_texts.Clear();
            s_texts[sought] = text;
        }

        return text;
    }

    private readonly record struct Sought(KernelKey Kernel, KernelName Name, Target Target, int Depth)
    {
        public bool Equals(Sought other) => Target == other.Target && Depth == other.Depth && Name == other.Name && Kernel.SaysTheSame(other.Kernel);

        public override int GetHashCode() => (((Kernel.GetHashCode() * 31) + Name.GetHashCode()) * 31 + Target.GetHashCode()) * 31 + Depth;
    }
}
