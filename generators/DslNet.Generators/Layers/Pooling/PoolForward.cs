using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Pooling;

/// <summary>One sample through a pooling.</summary>
/// <param name="Windows">The windows.</param>
/// <param name="Formula">For its comment, what it computes of each.</param>
internal abstract record PoolForward(PoolWindows Windows, Comment Formula) : Kernel
{
    public override IReadOnlyList<KernelParameter> Parameters => [new("x"), new("y")];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"y = {Formula} of {Windows.Vertical.Kernel}×{Windows.Horizontal.Kernel} positions, one sample."))
            WriteWindows(writer, target);
    }

    protected abstract void WriteWindows(SourceWriter writer, Target target);
}
