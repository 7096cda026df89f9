using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Pooling;

/// <summary>The places of a max pooling's maxima, for the way back: of several the first in reading order, of several NaNs the last, as in PyTorch.</summary>
/// <param name="Windows">The windows.</param>
/// <param name="Forms">In which encodings.</param>
internal sealed record MaxPoolPlaces(PoolWindows Windows, EquatableArray<IndexEncoding> Forms) : Kernel
{
    public override IReadOnlyList<KernelParameter> Parameters =>
        [new("x"), new("y"), .. Forms.Select(form => new KernelParameter(NameOf(form)))];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        int channels = Windows.Output.PositionStride, rowStride = Windows.RowStride;
        using (Method(writer, name, $"where the maximum of each window and channel is, one sample."))
        using (writer.Loop("row", Windows.Vertical.Outputs, out string row))
        using (writer.Loop("column", Windows.Horizontal.Outputs, out string column))
        using (writer.Loop("c", channels, out string c, target.Lanes))
        {
            writer.Line($"int o = {Offset.Sum(Offset.Times(Offset.Sum(Offset.Times(row, Windows.Horizontal.Outputs), column), channels), c)};");
            string window = Offset.Declare(writer, "window", "x", Offset.Sum(
                Offset.Times(row, Windows.Vertical.Stride * rowStride), Offset.Times(column, Windows.Horizontal.Stride * Windows.Input.PositionStride), c));
            writer.Line($"Float__ most = {target.Load("y", "o")};");
            writer.Line($"UInt__ isMost, {string.Join(", ", Forms.Select((_, i) => $"place{i} = {Number(i, 0, 0)}"))};");

            // Backwards, so that the first of several equals has the last word. Where the maximum is NaN, it is the last of them.
            foreach ((int y, int x) in Places().Reverse())
            {
                writer.Line($"isMost = Vector__.AsUInt32(Vector__.Equals({target.Load(window, Literal.Of(y * rowStride + x * Windows.Input.PositionStride))}, most));");
                for (int i = 0; i < Forms.Count; i++)
                    writer.Line($"place{i} = Vector__.ConditionalSelect(isMost, {Number(i, y, x)}, place{i});");
            }

            using (writer.Block("if (!Vector__.EqualsAll(most, most))"))
            {
                // Written out: a call would drive the numbers of the places out of registers, though it is seldom made.
                foreach ((int y, int x) in Places())
                {
                    writer.Line($"isMost = Vector__.AsUInt32(Vector__.IsNaN({target.Load(window, Literal.Of(y * rowStride + x * Windows.Input.PositionStride))}));");
                    for (int i = 0; i < Forms.Count; i++)
                        writer.Line($"place{i} = Vector__.ConditionalSelect(isMost, {Number(i, y, x)}, place{i});");
                }
            }

            for (int i = 0; i < Forms.Count; i++)
            {
                IndexEncoding form = Forms[i];
                string first = form.RowStep == 0 && form.ColumnStep == 0 ? ""
                    : $" + Vector__.Create((uint)({Offset.Sum(Offset.Times(row, Windows.Vertical.Stride * form.RowStep), Offset.Times(column, Windows.Horizontal.Stride * form.ColumnStep))}))";
                writer.Line(target.Store($"Vector__.AsSingle(place{i}{first})", NameOf(form), "o"));
            }
        }

        string Number(int form, int y, int x) => Forms[form].InWindow(y, x) is var number && number == 0 ? "UInt__.Zero" : $"Vector__.Create({number}u)";
    }

    /// <summary>The kernel's parameter for an encoding.</summary>
    public static string NameOf(IndexEncoding form) => ParameterTable.FileName(form.Name);

    private IEnumerable<(int Y, int X)> Places() =>
        from y in Enumerable.Range(0, Windows.Vertical.Kernel) from x in Enumerable.Range(0, Windows.Horizontal.Kernel) select (y, x);
}
