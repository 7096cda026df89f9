using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Conv2D;

/// <summary>∂b[o] += Σ ∂y over places, in partial sums by place mod 4 that are added as a tree.</summary>
internal static class BiasGradient
{
    public static void Write(SourceWriter writer, Target target, string gradient, int places, int paddedOutputs, string biasGradient)
    {
        int whole = places - places % Summation.BiasPartialSums;
        using (writer.Block($"for (nuint o = 0; o < {paddedOutputs}; o += {target.Lanes})"))
        {
            writer.Line($"Float__ {string.Join(", ", Enumerable.Range(0, Summation.BiasPartialSums).Select(p => $"sum{p} = Float__.Zero"))};");
            if (whole > 0)
            {
                using (writer.Block($"for (nuint place = 0; place < {whole}; place += {Summation.BiasPartialSums})"))
                {
                    for (int p = 0; p < Summation.BiasPartialSums; p++)
                        writer.Line($"sum{p} += {target.Load(gradient, Offset.Of($"place * {paddedOutputs} + o", p * paddedOutputs))};");
                }
            }

            for (int p = 0; whole + p < places; p++)
                writer.Line($"sum{p} += {target.Load(gradient, Offset.Of("o", (whole + p) * paddedOutputs))};");
            writer.Line(target.Store($"{target.Load(biasGradient, "o")} + ((sum0 + sum1) + (sum2 + sum3))", biasGradient, "o"));
        }
    }
}
