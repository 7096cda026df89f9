using DslNet.Generators.Layers.Pooling;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Resampling;

/// <summary>Each value of one sample, several times.</summary>
/// <param name="Windows">Where: windows over the output, one for each value.</param>
internal sealed record NearestForward(PoolWindows Windows) : Kernel
{
    public override IReadOnlyList<KernelParameter> Parameters => [new("x"), new("y")];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        string image = "";
        using (Method(writer, name, $"y = each value {Windows.Vertical.Kernel}×{Windows.Horizontal.Kernel} times, one sample."))
        {
            Windows.Write(
                writer, target,
                before: (input, window) =>
                {
                    image = Windows.Declare(writer, "y", window);
                    writer.Line($"Float__ value = {target.Load("x", input)};");
                },
                position: position => writer.Line(target.Store("value", image, position)),
                after: _ => { });
        }
    }
}
