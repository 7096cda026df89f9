using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.GlobalPooling;

/// <summary>The mean of each channel of one sample over its positions.</summary>
/// <param name="Positions">Positions.</param>
/// <param name="Stride">From one of them to the next.</param>
internal sealed record MeanForward(int Positions, int Stride) : Kernel
{
    public override IReadOnlyList<KernelParameter> Parameters => [new("x"), new("y")];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        int sums = Summation.PositionPartialSums, whole = Positions - Positions % sums;
        using (Method(writer, name, $"y = the mean over {NumberText.Counted(Positions, "position")}, in {sums} partial sums."))
        using (writer.Loop("c", Stride, out string c, target.Lanes))
        {
            for (int p = 0; p < sums; p++)
                writer.Line($"Float__ sum{p} = Float__.Zero;");
            if (whole > 0)
            {
                using (writer.Loop("position", whole, out string position, sums))
                {
                    string inputs = Offset.Declare(writer, "inputs", "x", Offset.Sum(Offset.Times(position, Stride), c));
                    for (int p = 0; p < sums; p++)
                        writer.Line($"sum{p} += {target.Load(inputs, Literal.Of(p * Stride))};");
                }
            }

            for (int p = 0; whole + p < Positions; p++)
                writer.Line($"sum{p} += {target.Load("x", Offset.Of(c, (whole + p) * Stride))};");
            writer.Line(target.Store($"((sum0 + sum1) + (sum2 + sum3)) * {target.Constant(1f / Positions)}", "y", c));
        }
    }
}
