using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Pooling;

/// <summary>The maximum of each window.</summary>
/// <param name="Windows">The windows.</param>
internal sealed record MaxPoolForward(PoolWindows Windows) : PoolForward(Windows, "maximum")
{
    protected override void WriteWindows(SourceWriter writer, Target target)
    {
        string image = "";
        Windows.Write(
            writer, target,
            before: (_, window) =>
            {
                image = Windows.Declare(writer, "x", window);
                writer.Line($"Float__ most = {target.Load(image, Windows.IsUnrolled ? "0" : window)};");
            },
            position: position =>
            {
                if (position != "0")
                    writer.Line($"most = Math__.MaxOrNaN({target.Load(image, position)}, most);");
            },
            after: output => writer.Line(target.Store("most", "y", output)));
    }
}
