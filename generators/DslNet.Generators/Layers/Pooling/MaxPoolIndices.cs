using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Pooling;

/// <summary>The argmax indices of a max pooling, for the backward direction: of several maxima the first in reading order, of several NaNs the last, as in PyTorch.</summary>
/// <param name="Windows">The windows.</param>
/// <param name="Encodings">In which encodings.</param>
internal sealed record MaxPoolIndices(PoolWindows Windows, EquatableArray<IndexEncoding> Encodings) : Kernel
{
    public override IReadOnlyList<KernelParameter> Parameters =>
        [new("x"), new("y"), .. Encodings.Select(encoding => new KernelParameter(NameOf(encoding)))];

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
                Offset.Times(row, Windows.Vertical.OutputStep * rowStride), Offset.Times(column, Windows.Horizontal.OutputStep * Windows.Input.PositionStride), c));
            writer.Line($"Float__ most = {target.Load("y", "o")};");
            writer.Line($"UInt__ isMost, {string.Join(", ", Encodings.Select((_, i) => $"index{i} = {Index(i, 0, 0)}"))};");

            // In reverse, so that ties resolve to the first position. Where the maximum is NaN, its last position is selected.
            foreach ((int y, int x) in Positions().Reverse())
            {
                writer.Line($"isMost = Vector__.AsUInt32(Vector__.Equals({target.Load(window, Literal.Of(y * rowStride + x * Windows.Input.PositionStride))}, most));");
                for (int i = 0; i < Encodings.Count; i++)
                    writer.Line($"index{i} = Vector__.ConditionalSelect(isMost, {Index(i, y, x)}, index{i});");
            }

            using (writer.Block("if (!Vector__.EqualsAll(most, most))"))
            {
                // Written out: a call would drive the indices out of registers, though it is seldom made.
                foreach ((int y, int x) in Positions())
                {
                    writer.Line($"isMost = Vector__.AsUInt32(Vector__.IsNaN({target.Load(window, Literal.Of(y * rowStride + x * Windows.Input.PositionStride))}));");
                    for (int i = 0; i < Encodings.Count; i++)
                        writer.Line($"index{i} = Vector__.ConditionalSelect(isMost, {Index(i, y, x)}, index{i});");
                }
            }

            for (int i = 0; i < Encodings.Count; i++)
            {
                IndexEncoding encoding = Encodings[i];
                string first = encoding.RowStep == 0 && encoding.ColumnStep == 0 ? ""
                    : $" + Vector__.Create((uint)({Offset.Sum(Offset.Times(row, Windows.Vertical.OutputStep * encoding.RowStep), Offset.Times(column, Windows.Horizontal.OutputStep * encoding.ColumnStep))}))";
                writer.Line(target.Store($"Vector__.AsSingle(index{i}{first})", NameOf(encoding), "o"));
            }
        }

        string Index(int encoding, int y, int x) => Encodings[encoding].InWindow(y, x) is var index && index == 0 ? "UInt__.Zero" : $"Vector__.Create({index}u)";
    }

    /// <summary>The kernel's parameter for an encoding.</summary>
    public static string NameOf(IndexEncoding encoding) => ParameterTable.FileName(encoding.Name);

    private IEnumerable<(int Y, int X)> Positions() =>
        from y in Enumerable.Range(0, Windows.Vertical.Kernel) from x in Enumerable.Range(0, Windows.Horizontal.Kernel) select (y, x);
}
