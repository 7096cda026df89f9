using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Pooling;

/// <summary>The mean of each window.</summary>
/// <param name="Windows">The windows.</param>
/// <param name="Divisor">What the mean divides by.</param>
internal sealed record AvgPoolForward(PoolWindows Windows, PoolDivisor Divisor) : PoolForward(Windows, "mean")
{
    protected override void WriteWindows(SourceWriter writer, Target target)
    {
        string image = "";
        Windows.Write(
            writer, target,
            window: (row, column) => Divisor.Write(writer, row, column),
            before: (_, window) =>
            {
                image = Windows.Declare(writer, "x", window);
                writer.Line("Float__ sum = Float__.Zero;");
            },
            position: position => writer.Line($"sum += {target.Load(image, position)};"),
            after: output => writer.Line(target.Store($"sum * {Divisor.Share(target)}", "y", output)));
    }
}
