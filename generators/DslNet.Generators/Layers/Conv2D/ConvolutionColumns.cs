using DslNet.Generators.Expressions;
using DslNet.Generators.Layers.Conv2D.Paired;
using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Conv2D;

/// <summary>
/// y[row, column, o] = b[o] + Σ over taps and channels of x·w for one sample, the columns across the lanes: for few filters over
/// an image that lies channel after channel. A tile of several vectors of columns by up to four filters is summed in
/// registers, each input serving all filters and each weight all columns. It is stored as it is, filter after filter, where a
/// pooling reads it so; otherwise with the filters side by side, four at once: the next group of filters overwrites what is too
/// much. The last tile of a row reaches back to stay inside; what it computes again comes out the same.
/// </summary>
internal sealed class ConvolutionColumns(
    string name, string formula, Operand input, ImageStrides strides, int channels, TapAxis vertical, ForwardAxis horizontal, Operand weights, Operand? bias,
    Epilogue epilogue, Layout layout, int filters, int paddedFilters, RowPairs? pairs = null) : Operation
{
    private const int MostVectors = 3, FiltersTogether = 4, Lanes = 8, FewFilters = 8;

    public override string Name => name;

    public override Granularity Granularity => Granularity.Sample;

    // One weight a filter for a whole tile: the filters' are side by side.
    protected override bool GainsFrom(Target target) => target.MultipliesByLane;

    public override IReadOnlyList<Operand> Operands { get; } =
        [.. pairs?.Operands(input) ?? [input], weights, .. bias is null ? Array.Empty<Operand>() : [bias], epilogue.Destination, .. epilogue.Extra];

    /// <summary>Whether there is such a kernel for a convolution.</summary>
    public static bool IsPossible(ImageStrides strides, ForwardAxis vertical, ForwardAxis horizontal, int paddedFilters) =>
        strides.Column == 1 && vertical.Stride == 1 && horizontal.Stride == 1 && vertical.IsComplete && horizontal.IsComplete
        && paddedFilters == FewFilters && horizontal.Outputs >= Lanes;

    public override KernelCost? CostOn(Target target) => Cost(target, channels, vertical, horizontal, filters);

    /// <summary>What such a kernel costs. The weights of a tile's filters lie side by side.</summary>
    public static KernelCost Cost(Target target, int channels, TapAxis vertical, ForwardAxis horizontal, int filters)
    {
        double vectors = (double)vertical.Meetings * ColumnsComputed(horizontal.Outputs, target.Lanes) / target.Lanes;
        return KernelCost.OfTiles(
            vectors * filters * horizontal.Kernel * channels, TileWidth(horizontal.Outputs, target.Lanes) / target.Lanes,
            RowTile.Balance(filters, FiltersTogether), target.NeighboursALoad);
    }

    private bool IsPlanar => layout.ChannelStride != 1;

    private int Terms => vertical.Meets * horizontal.Kernel * channels;

    private int Together => RowTile.Balance(filters, FiltersTogether);

    public override string? LoopInstead(Target target) => Terms == 1
        ? null
        : $"a loop over {NumberText.Grouped(Terms)} terms, in tiles of {TileWidth(horizontal.Outputs, target.Lanes)} columns by up to {Together} filters";

    public override void WriteMethods(SourceWriter writer, Target target)
    {
        int width = TileWidth(horizontal.Outputs, target.Lanes), tiles = (horizontal.Outputs + width - 1) / width;
        using (Method(writer, $"{formula}{epilogue.Phrase}: {width} columns by up to {Together} filters at a time.", Declaration, CostOn(target)))
        using (writer.Loop("row", vertical.Outputs))
        using (tiles > 1 ? writer.Block($"for (nuint next = 0; next < {horizontal.Outputs}; next += {width})") : null)
        {
            if (tiles > 1)
                writer.Line(horizontal.Outputs % width == 0 ? "nuint column = next;" : $"nuint column = next > {horizontal.Outputs - width} ? {horizontal.Outputs - width} : next;");
            string column = tiles > 1 ? " + column" : "", place = tiles > 1 ? " + " + Offset.Times("column", layout.PositionStride) : "";
            writer.Line($"ref float tileOutput = ref Place__.Add(ref {epilogue.Destination.Name}, row * {horizontal.Outputs * layout.PositionStride}{place});");
            int together = Together, last = (filters - 1) / together * together;
            if (!IsPlanar && last + FiltersTogether < paddedFilters)
                writer.Line($"Channels__.Zeros(ref tileOutput, {paddedFilters - FiltersTogether}, {paddedFilters}, {width});");
            if (filters > together && filters % together == 0)
            {
                using (writer.Block($"for (nuint filter = 0; filter < {filters}; filter += {together})"))
                    WriteTile(writer, target, width / target.Lanes, column, "filter", 0, together);
                return;
            }

            for (int first = 0; first < filters; first += together)
            {
                using (writer.Block())
                    WriteTile(writer, target, width / target.Lanes, column, "", first, Math.Min(together, filters - first));
            }
        }
    }

    private void WriteTile(SourceWriter writer, Target target, int vectors, string column, string filter, int first, int count)
    {
        WriteStarts(writer, target, vectors, column, filter, first, count);
        using (writer.Loop("tapRow", "0", $"{vertical.Kernel}", vertical.TapStep))
        {
            writer.Line($"ref float rowInput = {vertical.Reference(input.Name, pairs?.Differences.Name, strides.Row, (column, 0))};");
            writer.Line($"ref float rowWeights = ref Place__.Add(ref {weights.Name}, {vertical.KernelRow("row", "tapRow")} * {horizontal.Kernel * channels * paddedFilters});");
            using (writer.Loop("tap", horizontal.Kernel))
            using (channels > 1 ? writer.Loop("channel", channels) : null)
                WriteTerm(writer, target, vectors, filter, first, count);
        }

        WriteStores(writer, target, vectors, filter, first, count);
    }

    private void WriteTerm(SourceWriter writer, Target target, int vectors, string filter, int first, int count)
    {
        string row = channels > 1 ? $"(tap * {channels} + channel)" : "tap", inputChannel = channels > 1 ? $" + channel * {strides.Channel}" : "";
        writer.Line($"ref float tapInput = ref Place__.Add(ref rowInput, tap{inputChannel});");
        writer.Line($"ref float tapWeights = ref Place__.Add(ref rowWeights, {row} * {paddedFilters});");
        for (int v = 0; v < vectors; v++)
            writer.Line($"Float__ x{v} = {target.Load("tapInput", Literal.Of(v * target.Lanes))};");
        // A tap has weights for eight filters, or zeros: four from any of the first five are always there.
        if (target.MultipliesByLane)
            writer.Line($"Float__ weights = {target.Load("tapWeights", Offset.Of(filter, first))};");
        for (int f = 0; f < count; f++)
        {
            if (!target.MultipliesByLane)
                writer.Line($"Float__ w{f} = {target.Broadcast("tapWeights", Offset.Of(filter, first + f))};");
            writer.Line(string.Join(" ", Enumerable.Range(0, vectors).Select(v => $"{Sum(f, v)} = {Product(f, v)};")));
        }

        string Product(int f, int v) => target.MultipliesByLane
            ? target.MultiplyAddLane("weights", f, $"x{v}", Sum(f, v))
            : target.MultiplyAdd($"x{v}", $"w{f}", Sum(f, v));
    }

    private void WriteStores(SourceWriter writer, Target target, int vectors, string filter, int first, int count)
    {
        ExprWriter expressions = new(writer, target);
        if (IsPlanar)
        {
            writer.Line($"ref float planes = {Offset.Reference("tileOutput", filter.Length == 0 ? Literal.Of(first * layout.ChannelStride) : $"filter * {layout.ChannelStride}")};");
            for (int f = 0; f < count; f++)
            {
                for (int v = 0; v < vectors; v++)
                    writer.Line(target.Store(Finished(f, v), "planes", Literal.Of(f * layout.ChannelStride + v * target.Lanes)));
            }

            return;
        }

        for (int v = 0; v < vectors; v++)
        {
            string[] finished = [.. Enumerable.Range(0, FiltersTogether).Select(f => f >= count ? "Float__.Zero" : Finished(f, v))];
            writer.Line($"Channels__.Four({string.Join(", ", finished)}, ref tileOutput, {Offset.Of(filter, v * target.Lanes * paddedFilters + first)}, {paddedFilters});");
        }

        string Finished(int f, int v) => epilogue.Finish(expressions, Sum(f, v));
    }

    /// <summary>What the sums of a tile start with: the bias, or what their row's pair shares.</summary>
    private void WriteStarts(SourceWriter writer, Target target, int vectors, string column, string filter, int first, int count)
    {
        int plane = (pairs?.Count ?? 0) * horizontal.Outputs;
        if (pairs is not null)
        {
            string place = $"row / 2 * {horizontal.Outputs}{column}{(filter.Length == 0 ? "" : $" + {Offset.Times(filter, plane)}")}";
            writer.Line($"ref float shares = ref Place__.Add(ref {pairs.Shared.Name}, {Offset.Of(place, first * plane)});");
        }

        for (int f = 0; f < count; f++)
        {
            string start = bias is null ? target.Constant(0) : target.Broadcast(bias.Name, Offset.Of(filter, first + f));
            string Start(int v) => pairs is not null ? target.Load("shares", Literal.Of(f * plane + v * target.Lanes)) : v == 0 ? start : Sum(f, 0);
            writer.Line($"Float__ {string.Join(", ", Enumerable.Range(0, vectors).Select(v => $"{Sum(f, v)} = {Start(v)}"))};");
        }
    }

    /// <summary>Columns of a tile: such that a row computes as few twice as possible, and otherwise as many as there can be.</summary>
    private static int TileWidth(int columns, int lanes) => Enumerable.Range(1, MostVectors).Select(vectors => vectors * lanes)
        .Where(width => width <= columns).OrderBy(width => (columns + width - 1) / width * width).ThenByDescending(width => width).First();

    private static int ColumnsComputed(int columns, int lanes)
    {
        int width = TileWidth(columns, lanes);
        return (columns + width - 1) / width * width;
    }

    private static string Sum(int filter, int vector) => $"{(char)('a' + filter)}{vector}";
}
