using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Windows;

/// <summary>∂b[o] += Σ ∂y over places, in partial sums by place mod 4 that are added as a tree.</summary>
internal static class BiasSums
{
    public static void Write(SourceWriter writer, Target target, string gradient, int places, int paddedOutputs, string biasGradient)
    {
        int whole = places - places % Summation.BiasPartialSums;
        using (writer.Loop("o", paddedOutputs, out string o, target.Lanes))
        {
            writer.Line($"Float__ {string.Join(", ", Enumerable.Range(0, Summation.BiasPartialSums).Select(p => $"sum{p} = Float__.Zero"))};");
            if (whole > 0)
            {
                const int together = Summation.BiasPartialSums;
                using (Walk walk = Walk.Over(writer, "position", "0", Literal.Of(whole), together, new Walk.Step("positionGradient", gradient, together * paddedOutputs, o)))
                {
                    for (int p = 0; p < together; p++)
                        writer.Line($"sum{p} += {target.Load(walk[0], Literal.Of(p * paddedOutputs))};");
                }
            }

            for (int p = 0; whole + p < places; p++)
                writer.Line($"sum{p} += {target.Load(gradient, Offset.Of(o, (whole + p) * paddedOutputs))};");
            writer.Line(target.Store(StoreMethod.Add, ["(sum0 + sum1) + (sum2 + sum3)"], "", biasGradient, o));
        }
    }
}
