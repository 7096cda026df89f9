using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Convolution.Winograd;

/// <summary>
/// y = AᵀmA, and what becomes of it. Shapes are arguments: transforms wait for memory, not for addresses, and one method serves all convolutions with the same epilogue.
/// </summary>
/// <param name="Bias">What is added; null for zero.</param>
/// <param name="Epilogue">What becomes of y.</param>
/// <param name="IsPartial">Whether some tiles reach beyond the output.</param>
/// <param name="FullPanels">Whether the outputs come to whole panels.</param>
internal sealed record WinogradOutputs(KernelParameter? Bias, Epilogue Epilogue, bool IsPartial, bool FullPanels) : Kernel
{
    private const int Size = WinogradTiles.Size, Points = Size + 2;

    private static readonly string[] s_shape = ["tileRows", "tileColumns", "outputs", "pointStride", "rowStride", "columnStride"], s_ends = ["rows", "columns"];

    public override IReadOnlyList<KernelParameter> Parameters => [new("m"), .. Bias is null ? Array.Empty<KernelParameter>() : [Bias], .. Epilogue.Parameters];

    public override IReadOnlyList<KernelParameter> Scalars => [.. s_shape.Concat(IsPartial ? s_ends : []).Select(scalar => new KernelParameter(scalar, "int"))];

    protected override bool GainsFrom(Target target) => target.Lanes == CompilerServices.PanelWidth.Full && FullPanels;

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"Winograd F(4×4, 3×3), the outputs of 4 × 4 positions by {target.Lanes} channels from {WinogradTiles.Points} products{Epilogue.Phrase}."))
        {
            writer.Line($"int step = pointStride * {Points};");
            using (writer.Loop("tileRow", "0", "tileRows"))
            using (writer.Loop("tileColumn", "0", "tileColumns"))
            {
                if (IsPartial)
                    writer.Lines($"int rowsLeft = rows - tileRow * {Size}, columnsLeft = columns - tileColumn * {Size};");
                using (writer.Loop("channel", "0", "outputs", target.Lanes))
                    WriteTile(writer, target);
            }
        }
    }

    private void WriteTile(SourceWriter writer, Target target)
    {
        writer.Line("ref float tile = ref Place__.Add(ref m, (tileRow * tileColumns + tileColumn) * outputs + channel);");
        if (Bias is not null)
            writer.Line($"Float__ tileBias = {target.Load(Bias.Name, "channel")};");
        Func<KernelParameter, string> memory = Epilogue.WriteTile(writer, $"tileRow * {Size} * rowStride + tileColumn * {Size} * columnStride + channel");
        foreach (string scale in Epilogue.PerChannel.Select(parameter => parameter.Name))
            writer.Line($"Float__ {Channel(scale)} = {target.Load(scale, "channel")};");
        WriteRows(writer, target, memory, 0, "WinogradEvenRows");
        WriteRows(writer, target, memory, 1, "WinogradOddRows");
    }

    /// <summary>Every second row of a tile.</summary>
    private void WriteRows(SourceWriter writer, Target target, Func<KernelParameter, string> memory, int first, string method)
    {
        writer.Explain("the columns of a tile, then its rows");
        for (int point = 0; point < Points; point++)
            writer.Line($"Lanes__.{method}(ref tile, {Offset.Times("pointStride", point)}, step, out Float__ {Column(first, point)}, out Float__ {Column(first + 2, point)});");
        WriteRow(writer, target, memory, first);
        WriteRow(writer, target, memory, first + 2);
    }

    private void WriteRow(SourceWriter writer, Target target, Func<KernelParameter, string> memory, int row)
    {
        using (IsPartial && row > 0 ? writer.Block($"if (rowsLeft > {row})") : null)
        {
            string values = string.Join(", ", Enumerable.Range(0, Points).Select(point => Column(row, point)));
            writer.Line($"Lanes__.WinogradColumns({values}, {string.Join(", ", Enumerable.Range(0, Size).Select(column => $"out Float__ {Output(row, column)}"))});");
            for (int column = 0; column < Size; column++)
            {
                using (IsPartial && column > 0 ? writer.Block($"if (columnsLeft > {column})") : null)
                {
                    Epilogue.WriteStore(
                        writer, target, Bias is null ? Output(row, column) : $"{Output(row, column)} + tileBias", memory,
                        Offset.Sum(Offset.Times("rowStride", row), Offset.Times("columnStride", column)), parameter => Channel(parameter.Name));
                }
            }
        }
    }

    private static string Column(int row, int point) => $"{(char)('a' + row)}{point}";

    private static string Output(int row, int column) => $"y{row}_{column}";

    private static string Channel(string parameter) => "channel" + char.ToUpperInvariant(parameter[0]) + parameter.Substring(1);
}
