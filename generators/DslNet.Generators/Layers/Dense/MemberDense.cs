using DslNet.CompilerServices;
using DslNet.Generators.Expressions;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Dense;

/// <summary>
/// y[o] = b[o] + Σₖ x[k]·w[k, o] of every member of a population, with the members in the lanes. Nothing is broadcast: a vector of weights has those of all members. The
/// terms of an output are added in the order of <see cref="DenseProduct"/>, in as many partial sums.
/// </summary>
/// <param name="Formula">For comments, what it computes.</param>
/// <param name="Terms">Inputs.</param>
/// <param name="Outputs">Outputs. Those that fill the last panel are not computed: no vector runs along them.</param>
/// <param name="PaddedOutputs">The same with those.</param>
/// <param name="HasBias">Whether there is one.</param>
/// <param name="Value">What is stored of a sum.</param>
internal sealed record MemberDense(Comment Formula, int Terms, int Outputs, int PaddedOutputs, bool HasBias, Expr Value) : Kernel
{
    private const int Lanes = MemberLanes.Count, Panel = PanelWidth.Full;

    // Terms of a turn, where one sum has them all.
    private const int Unrolled = 2;

    private static readonly KernelParameter s_input = new("x"), s_weights = new("w"), s_bias = new("b"), s_output = new("y");

    protected override bool GainsFrom(Target target) => !target.GainsByRegisters && Value.FitsSixteenLanes;

    public override IReadOnlyList<KernelParameter> Parameters => [s_input, s_weights, .. HasBias ? [s_bias] : Array.Empty<KernelParameter>(), s_output];

    private int PartialSums => Summation.DensePartialSums(PaddedOutputs, Terms, singleSamples: true);

    /// <summary>Vectors of members that a tile has: all, but where the sums of a single output would be more than there are accumulators.</summary>
    private int VectorsPerTile(Target target) => Math.Max(1, Math.Min(Lanes / target.Lanes, target.TileAccumulators / PartialSums));

    /// <summary>Outputs of a tile: a power of two, so that tiles divide every panel.</summary>
    private int OutputsPerTile(Target target)
    {
        int most = target.TileAccumulators / (VectorsPerTile(target) * PartialSums), outputs = 1;
        while (outputs * 2 <= Math.Min(most, Panel))
            outputs *= 2;
        return outputs;
    }

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        int height = OutputsPerTile(target), panels = Outputs / Panel, rest = Outputs % Panel;
        using (Method(writer, name, $"{Formula}: tiles of {NumberText.Counted(height, "output")} by {NumberText.Counted(VectorsPerTile(target) * target.Lanes, "member")}."))
        {
            if (panels > 0)
            {
                using (writer.Loop("panel", panels, out string panel))
                using (writer.Loop("tile", Panel, out string tile, height))
                    WriteTile(writer, target, Offset.Sum(Offset.Times(panel, Panel * Terms * Lanes), Offset.Times(tile, Lanes)), Offset.Sum(Offset.Times(panel, Panel * Lanes), Offset.Times(tile, Lanes)), Panel, height);
            }

            int first = panels * Panel, width = PanelWidth.At(first, PaddedOutputs), whole = rest / height * height;
            if (whole > 0)
            {
                using (writer.Loop("tile", whole, out string tile, height))
                    WriteTile(writer, target, Offset.Sum(Offset.Times(tile, Lanes), Literal.Of(first * Terms * Lanes)), Offset.Sum(Offset.Times(tile, Lanes), Literal.Of(first * Lanes)), width, height);
            }

            if (rest > whole)
            {
                using (writer.Block())
                    WriteTile(writer, target, Literal.Of((first * Terms + whole) * Lanes), Literal.Of((first + whole) * Lanes), width, rest - whole);
            }
        }
    }

    /// <param name="writer">Where to.</param>
    /// <param name="target">For which instructions.</param>
    /// <param name="weights">The offset of the first output's first weight.</param>
    /// <param name="output">That of the first output, and of its bias.</param>
    /// <param name="width">Outputs of the panel.</param>
    /// <param name="height">Outputs of the tile.</param>
    private void WriteTile(SourceWriter writer, Target target, string weights, string output, int width, int height)
    {
        int vectors = VectorsPerTile(target);
        using (writer.Loop("lane", Lanes, out string lane, vectors * target.Lanes))
        {
            string w = Offset.Declare(writer, "tileWeights", s_weights.Name, Offset.Sum(weights, lane));
            string x = Offset.Declare(writer, "members", s_input.Name, lane);
            string y = Offset.Declare(writer, "tileOutput", s_output.Name, Offset.Sum(output, lane));
            RegisterTile sums = new(writer, target, [.. Enumerable.Range(0, height).Select(o => o * Lanes)], RegisterTile.Neighbours(target, vectors), PartialSums);
            WriteStart(sums, HasBias ? Offset.Declare(writer, "tileBias", s_bias.Name, Offset.Sum(output, lane)) : "");
            WriteTerms(sums, x, w, width);
            WriteStores(sums, y);
        }
    }

    private void WriteStart(RegisterTile sums, string bias)
    {
        sums.Start((o, v) => HasBias ? sums.Target.Load(bias, Literal.Of(o * Lanes + v * sums.Target.Lanes)) : sums.Target.Constant(0));
        for (int p = 1; p < sums.PartialSums; p++)
            sums.Writer.Lines(sums.Target.Declare([.. Enumerable.Range(0, sums.Rows).SelectMany(o => sums.Row(o, p)).Select(sum => (sum, sums.Target.Constant(0)))]));
    }

    private void WriteTerms(RegisterTile sums, string x, string w, int width)
    {
        int step = Math.Max(sums.PartialSums, Unrolled), whole = Terms - Terms % step;
        if (whole > 0)
        {
            using Walk walk = Walk.Over(sums.Writer, "k", "0", Literal.Of(whole), step, new("termInput", x, step * Lanes), new("termWeights", w, step * width * Lanes));
            for (int k = 0; k < step; k++)
                WriteTerm(sums, walk[0], walk[1], k, width);
        }

        for (int k = whole; k < Terms; k++)
            WriteTerm(sums, x, w, k, width);
    }

    private static void WriteTerm(RegisterTile sums, string x, string w, int k, int width)
    {
        SourceWriter writer = sums.Writer;
        Target target = sums.Target;
        using (writer.Block())
        {
            writer.Lines(target.Declare("x", [.. Enumerable.Range(0, sums.Vectors).Select(v => target.Load(x, Literal.Of(k * Lanes + v * target.Lanes)))]));
            for (int o = 0; o < sums.Rows; o++)
            {
                for (int v = 0; v < sums.Vectors; v++)
                    writer.Line($"Lanes__.AddLoadedProduct(x{v}, ref {w}, {Literal.Of((k * width + o) * Lanes + v * target.Lanes)}, ref {sums.Name(o, v, k % sums.PartialSums)});");
            }
        }
    }

    private void WriteStores(RegisterTile sums, string y)
    {
        ExprWriter expressions = new(sums.Writer, sums.Target);
        foreach ((string value, int offset) in sums.Results)
        {
            using (ExprWriter.NeedsVariables(Value, [value]) ? sums.Writer.Block() : null)
                sums.Writer.Line(sums.Target.Store(expressions.Write(Value, [value]), y, Literal.Of(offset)));
        }
    }
}
