using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Convolution.Winograd;

/// <summary>
/// m[point, tile, o] = Σ over channels of x[point, tile, channel]·w[point, channel, o], vectorised over the outputs: of each point the product of two matrices. It knows no
/// image, so that one method serves prediction, training and gradients.
/// </summary>
/// <param name="Tiles">Tiles.</param>
/// <param name="Channels">Channels that are summed.</param>
/// <param name="PaddedChannels">From one tile of x to the next.</param>
/// <param name="PaddedOutputs">Outputs, with those that fill the last panel; from one tile of m to the next.</param>
/// <param name="TileStride">From one point of x to the next.</param>
/// <param name="FilterStride">From one point of w to the next.</param>
/// <param name="ProductStride">From one point of m to the next.</param>
internal sealed record WinogradProducts(int Tiles, int Channels, int PaddedChannels, int PaddedOutputs, int TileStride, int FilterStride, int ProductStride) : Kernel
{
    public override IReadOnlyList<KernelParameter> Parameters => [new("x"), new("w"), new("m")];

    private int PartialSums => Summation.TilePartialSums(Channels);

    protected override bool GainsFrom(Target target) => PanelRun.Gains(target, PaddedOutputs, WinogradTiles.Points * Channels);

    public override KernelCost? CostOn(Target target) => Cost(target);

    /// <summary>What it costs.</summary>
    public KernelCost Cost(Target target) => PanelRun.Cost(PaddedOutputs, run => KernelCost.OfTiles(
        (double)WinogradTiles.Points * Tiles * Channels * run.AllVectors(target), VectorsPerTile(target, run), TileRows(target, run), target.TermsPerLoad));

    private static int VectorsPerTile(Target target, PanelRun run) => run.Vectors(target) * run.Together(target);

    private int TileRows(Target target, PanelRun run) => RowTile.Divide(Tiles, Math.Max(1, target.Accumulators / (VectorsPerTile(target, run) * PartialSums)));

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        string sums = PartialSums == 1 ? "" : $" in {PartialSums} partial sums";
        string summary = $"Winograd F(4×4, 3×3), the products of {WinogradTiles.Points} points: m = Σ x·w, {NumberText.Counted(Channels, "term")}{sums}, {NumberText.Counted(Tiles, "tile")}.";
        using (Method(writer, name, summary, CostOn(target)))
        using (Walk walk = Walk.Over(
            writer, "point", "0", Literal.Of(WinogradTiles.Points), 1, new("pointInput", "x", TileStride), new("pointWeights", "w", FilterStride), new("pointProducts", "m", ProductStride)))
        {
            foreach (PanelRun run in PanelRun.Of(PaddedOutputs))
            {
                using (writer.Block())
                    WritePanels(writer, target, run, walk);
            }
        }
    }

    private void WritePanels(SourceWriter writer, Target target, PanelRun run, Walk point)
    {
        int together = run.Together(target), rows = TileRows(target, run), whole = Tiles - Tiles % rows;
        int[] outputs = [.. Enumerable.Range(0, together).SelectMany(panel => RegisterTile.Neighbours(target, run.Vectors(target), panel * run.Width))];
        int[] weights = [.. Enumerable.Range(0, together).SelectMany(panel => RegisterTile.Neighbours(target, run.Vectors(target), panel * run.Width * Channels))];
        run.Write(writer, target, Channels, (output, panelRows) =>
        {
            string panelWeights = Offset.Declare(writer, "panelWeights", point[1], panelRows);
            using (Walk tiles = Walk.Over(
                writer, "tile", "0", Literal.Of(whole), rows, new("tileInput", point[0], rows * PaddedChannels), new("tileProducts", point[2], rows * PaddedOutputs, output)))
            {
                WriteTile(rows, tiles[0], tiles[1], panelWeights);
            }

            if (whole < Tiles)
            {
                using (writer.Block())
                {
                    string input = Offset.Declare(writer, "restInput", point[0], Literal.Of(whole * PaddedChannels));
                    string products = Offset.Declare(writer, "restProducts", point[2], Offset.Sum(output, Literal.Of(whole * PaddedOutputs)));
                    WriteTile(Tiles - whole, input, products, panelWeights);
                }
            }
        }, together);

        void WriteTile(int count, string input, string products, string panelWeights)
        {
            RegisterTile sums = new(writer, target, [.. Enumerable.Range(0, count).Select(row => row * PaddedOutputs)], outputs, PartialSums);
            sums.StartWithZero();
            WriteTerms(sums, count, input, panelWeights);
            sums.Store(StoreMethod.Plain, products);
        }

        void WriteTerms(RegisterTile sums, int count, string input, string panelWeights)
        {
            if (LaneRun.Fits(target, Channels))
            {
                new LaneRun(sums, [.. Enumerable.Range(0, count).Select(row => (row, row * PaddedChannels))], weights, run.Width).Write(input, panelWeights, Channels);
                return;
            }

            int step = PartialSums, even = Channels - Channels % step;
            using (Walk terms = Walk.Over(writer, "k", "0", Literal.Of(even), step, new("termInput", input, step), new("termWeights", panelWeights, step * run.Width)))
            {
                for (int i = 0; i < step; i++)
                    WriteTerm(sums, count, terms[0], terms[1], i);
            }

            for (int k = even; k < Channels; k++)
                WriteTerm(sums, count, input, panelWeights, k);
        }

        void WriteTerm(RegisterTile sums, int count, string input, string panelWeights, int k)
        {
            using (writer.Block())
            {
                writer.Explain("each term: load weights, multiply them by each tile's input");
                sums.Accumulate(
                    BroadcastOperands.Of(input, count, PaddedChannels, k, shareLoads: false), new("w", panelWeights, [.. weights.Select(weight => weight + k * run.Width)]), k % PartialSums);
            }
        }
    }
}
