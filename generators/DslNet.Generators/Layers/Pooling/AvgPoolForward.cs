using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Pooling;

/// <summary>The mean of each window.</summary>
/// <param name="Windows">The windows.</param>
internal sealed record AvgPoolForward(PoolWindows Windows) : PoolForward(Windows, "mean")
{
    private string Share(Target target) => target.Constant(1f / ((long)Windows.Vertical.Kernel * Windows.Horizontal.Kernel));

    protected override void WriteWindows(SourceWriter writer, Target target)
    {
        string image = "";
        Windows.Write(
            writer, target,
            before: (_, window) =>
            {
                image = Windows.Declare(writer, "x", window);
                writer.Line("Float__ sum = Float__.Zero;");
            },
            position: position => writer.Line($"sum += {target.Load(image, position)};"),
            after: output => writer.Line(target.Store($"sum * {Share(target)}", "y", output)));
    }
}
