using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Tests.Harness;

/// <summary>The generated text of one kernel.</summary>
internal static class KernelText
{
    public static string Of(Operation kernel, Target target)
    {
        SourceWriter writer = new();
        kernel.Write(writer, target);
        return writer.ToString();
    }
}
