using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Pooling;

/// <summary>The places of a max pooling's maxima, for the way back: of several the first in reading order, of several NaNs the last, as in PyTorch.</summary>
internal sealed class MaxPoolPlaces(
    string layer, PoolWindows windows, Buffer image, Buffer pooled, IReadOnlyList<(IndexEncoding Form, Buffer Places)> places) : Operation
{
    public override string Name => layer + "Places";

    public override Granularity Granularity => Granularity.Sample;

    public override IReadOnlyList<Operand> Operands { get; } =
        [new("x", image), new("y", pooled), .. places.Select(pair => new Operand(NameOf(pair.Form), pair.Places))];

    public override void WriteMethods(SourceWriter writer, Target target)
    {
        int channels = windows.Output.PositionStride, rowStride = windows.RowStride;
        using (Method(writer, $"{layer}: where the maximum of each window and channel is, one sample.", Declaration))
        using (writer.Loop("row", windows.Vertical.Outputs, out string row))
        using (writer.Loop("column", windows.Horizontal.Outputs, out string column))
        using (writer.Loop("c", channels, out string c, target.Lanes))
        {
            writer.Line($"int o = {Offset.Sum(Offset.Times(Offset.Sum(Offset.Times(row, windows.Horizontal.Outputs), column), channels), c)};");
            string window = Offset.Declare(writer, "window", "x", Offset.Sum(
                Offset.Times(row, windows.Vertical.Stride * rowStride), Offset.Times(column, windows.Horizontal.Stride * windows.Input.PositionStride), c));
            writer.Line($"Float__ most = {target.Load("y", "o")};");
            writer.Line($"UInt__ isMost, {string.Join(", ", places.Select((_, i) => $"place{i} = {Number(i, 0, 0)}"))};");

            // Backwards, so that the first of several equals has the last word. Where the maximum is NaN, it is the last of them.
            foreach ((int y, int x) in Places().Reverse())
            {
                writer.Line($"isMost = Vector__.AsUInt32(Vector__.Equals({target.Load(window, Literal.Of(y * rowStride + x * windows.Input.PositionStride))}, most));");
                for (int i = 0; i < places.Count; i++)
                    writer.Line($"place{i} = Vector__.ConditionalSelect(isMost, {Number(i, y, x)}, place{i});");
            }

            using (writer.Block("if (!Vector__.EqualsAll(most, most))"))
            {
                // Written out: a call would drive the numbers of the places out of registers, though it is seldom made.
                foreach ((int y, int x) in Places())
                {
                    writer.Line($"isMost = Vector__.AsUInt32(Vector__.IsNaN({target.Load(window, Literal.Of(y * rowStride + x * windows.Input.PositionStride))}));");
                    for (int i = 0; i < places.Count; i++)
                        writer.Line($"place{i} = Vector__.ConditionalSelect(isMost, {Number(i, y, x)}, place{i});");
                }
            }

            for (int i = 0; i < places.Count; i++)
            {
                IndexEncoding form = places[i].Form;
                string first = form.RowStep == 0 && form.ColumnStep == 0 ? ""
                    : $" + Vector__.Create((uint)({Offset.Sum(Offset.Times(row, windows.Vertical.Stride * form.RowStep), Offset.Times(column, windows.Horizontal.Stride * form.ColumnStep))}))";
                writer.Line(target.Store($"Vector__.AsSingle(place{i}{first})", NameOf(form), "o"));
            }
        }

        string Number(int form, int y, int x) => places[form].Form.InWindow(y, x) is var number && number == 0 ? "UInt__.Zero" : $"Vector__.Create({number}u)";
    }

    private static string NameOf(IndexEncoding form) => ParameterTable.FileName(form.Name);

    private IEnumerable<(int Y, int X)> Places() =>
        from y in Enumerable.Range(0, windows.Vertical.Kernel) from x in Enumerable.Range(0, windows.Horizontal.Kernel) select (y, x);
}
