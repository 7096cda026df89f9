using System.Text.RegularExpressions;
using DslNet.Generators.Emission;
using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Tests.Harness;

/// <summary>The generated text of kernels.</summary>
internal static partial class KernelText
{
    /// <summary>A target's file. A member whose body is an expression is on one line, however long it is.</summary>
    public static string OfFile(NetworkPlan plan, Target target) => Continuation().Replace(KernelFile.Write(plan, target), "=> ");

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

    [GeneratedRegex(@"=>\n\t+")]
    private static partial Regex Continuation();
}
