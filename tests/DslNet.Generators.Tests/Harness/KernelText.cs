using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Tests.Harness;

/// <summary>The generated text of kernels.</summary>
internal static class KernelText
{
    public static string Of(NamedKernel kernel, Target target)
    {
        SourceWriter writer = new();
        kernel.Write(writer, target);
        return writer.ToString();
    }

    /// <summary>All that a kernel is for all targets, without its name and without comments.</summary>
    public static string Nameless(Kernel kernel)
    {
        SourceWriter writer = new();
        foreach (Target target in Target.All)
            kernel.Write(writer, target, new("Kernel"));
        return string.Join("\n", writer.Unlimited.Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));
    }
}
