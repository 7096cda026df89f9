using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Resampling;

/// <summary>One axis of one sample, interpolated.</summary>
/// <param name="Axis">The axis.</param>
internal sealed record LinearForward(LinearScale Axis) : Kernel
{
    public override IReadOnlyList<KernelParameter> Parameters => [new("x"), new("y")];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        int inner = Axis.Inner;
        using (Method(writer, name, $"y = x, {Axis.Scale} times as long by linear interpolation, {Axis.Outer}×{Axis.Inputs} runs of {inner} values."))
        using (writer.Loop("outer", Axis.Outer, out string outer))
        {
            string input = Offset.Declare(writer, "input", "x", Offset.Times(outer, Axis.Inputs * inner));
            string output = Offset.Declare(writer, "output", "y", Offset.Times(outer, Axis.Outputs * inner));
            WriteBeyond("0", "0", Axis.First);
            if (Axis.Inputs > 1)
            {
                using (writer.Loop("next", Axis.Inputs, out string next, first: 1))
                {
                    string earlier = Offset.Declare(writer, "earlier", input, Offset.Times(Offset.Of(next, -1), inner));
                    string between = Offset.Declare(writer, "between", output, Offset.Of(Offset.Times(next, Axis.Scale * inner), -Axis.Before * inner));
                    using (writer.Loop("c", inner, out string c, target.Lanes))
                    {
                        writer.Line($"Float__ before = {target.Load(earlier, c)}, behind = {target.Load(earlier, Offset.Of(c, inner))};");
                        Axis.Write(writer, target, (offset, falling, rising) => writer.Line(target.Store(
                            rising == "Float__.Zero" ? "before" : $"Lanes__.MultiplyAdd(behind, {rising}, before * {falling})", between, Offset.Sum(c, offset))));
                    }
                }
            }

            WriteBeyond(Literal.Of((Axis.Inputs - 1) * inner), Literal.Of((Axis.Outputs - Axis.Before) * inner), Axis.Before);

            void WriteBeyond(string from, string to, int count)
            {
                string value = Offset.Declare(writer, from == "0" ? "first" : "last", input, from), beyond = Offset.Declare(writer, from == "0" ? "beforeFirst" : "behindLast", output, to);
                using (writer.Loop("c", inner, out string c, target.Lanes))
                    Axis.WriteBeyond(writer, count, offset => writer.Line(target.Store(target.Load(value, c), beyond, Offset.Sum(c, offset))));
            }
        }
    }
}
