using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Resampling;

/// <summary>The gradient of one axis of one sample that was interpolated: for each input the outputs on both sides, in their order, times their weights.</summary>
/// <param name="Axis">The axis.</param>
/// <param name="Epilogue">What becomes of the gradient.</param>
internal sealed record LinearBackward(LinearScale Axis, Epilogue Epilogue) : Kernel
{
    public override IReadOnlyList<KernelParameter> Parameters => [new("dy"), Epilogue.Destination, .. Epilogue.Extra];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        int inner = Axis.Inner, last = Axis.Inputs - 1;
        using (Method(writer, name, $"∂x = Σ ∂y times its weights in linear interpolation {Axis.Scale} times as long{Epilogue.Phrase}, {Axis.Outer}×{Axis.Inputs} runs of {inner} values."))
        using (writer.Loop("outer", Axis.Outer, out string outer))
        {
            string gradient = Offset.Declare(writer, "gradient", "dy", Offset.Times(outer, Axis.Outputs * inner));
            using (writer.Block())
                WriteInput("0");
            if (last > 1)
            {
                using (writer.Loop("input", last, out string input, first: 1))
                    WriteInput(input);
            }

            if (last > 0)
            {
                using (writer.Block())
                    WriteInput(Literal.Of(last));
            }

            void WriteInput(string input)
            {
                bool isFirst = input == "0", isLast = input == Literal.Of(last);
                string from = Offset.Times(input, Axis.Scale * inner);
                string before = isFirst ? gradient : Offset.Declare(writer, "before", gradient, Offset.Of(from, -Axis.Before * inner));
                string behind = Offset.Declare(writer, "behind", gradient, Offset.Of(from, (Axis.Scale - Axis.Before) * inner));
                using (writer.Loop("c", inner, out string c, target.Lanes))
                {
                    writer.Line("Float__ sum = Float__.Zero;");
                    if (isFirst)
                        Axis.WriteBeyond(writer, Axis.First, offset => AddWhole(before, Offset.Sum(c, offset)));
                    else
                        Axis.Write(writer, target, (offset, _, rising) => Add(rising, before, Offset.Sum(c, offset)));
                    if (isLast)
                        Axis.WriteBeyond(writer, Axis.Before, offset => AddWhole(behind, Offset.Sum(c, offset)));
                    else
                        Axis.Write(writer, target, (offset, falling, _) => Add(falling, behind, Offset.Sum(c, offset)));
                    Epilogue.WriteStore(writer, target, "sum", Offset.Sum(Offset.Times(outer, Axis.Inputs * inner), Offset.Times(input, inner), c));
                }
            }

            void AddWhole(string memory, string offset) => writer.Line($"sum += {target.Load(memory, offset)};");

            void Add(string weight, string memory, string offset)
            {
                if (weight == "Float__.One")
                    AddWhole(memory, offset);
                else if (weight != "Float__.Zero")
                    writer.Line($"sum = Lanes__.MultiplyAdd({target.Load(memory, offset)}, {weight}, sum);");
            }
        }
    }
}
