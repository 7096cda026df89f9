using DslNet.Generators.Expressions;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.PReLU;

/// <summary>
/// ∂x = ∂y where x is positive, else w·∂y, and ∂w += Σ x·∂y where it is not: both in one pass. A few vectors of channels are summed in registers
/// over all rows: of an image in partial sums by position mod 4 (<see cref="Summation.BiasPartialSums"/>) that are added as a tree, of a block of
/// samples in one each. Of a slope for all channels, these sums are added to eight, in the order of the channels, and those as a fixed tree.
/// </summary>
/// <param name="Rows">x, ∂y and ∂x, which lie alike.</param>
/// <param name="Shared">Whether all channels have one w.</param>
/// <param name="Epilogue">What becomes of ∂x; null where nobody wants it.</param>
internal sealed record PReLUBackward(ChannelRows Rows, bool Shared, Epilogue? Epilogue) : Kernel
{
    private const int Panel = 16, MostVectors = 2;

    private static readonly Expr
        s_x = new Expr.Input(0), s_gradient = new Expr.Input(1),
        s_inputGradient = Expr.If(s_x > 0f, s_gradient, s_gradient * new Expr.Input(2)), s_term = Expr.If(s_x > 0f, 0f, s_x * s_gradient);

    public override bool IsOfBlock => Rows.IsOfBlock;

    public override IReadOnlyList<KernelParameter> Parameters => Epilogue is null
        ? [new("x"), new("dy"), new("dw")]
        : [new("x"), new("w"), new("dy"), Epilogue.Destination, .. Epilogue.Extra, new("dw")];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        string input = Epilogue is null ? "" : $"∂x = ∂y where x > 0, else w·∂y{Epilogue.Phrase}, and ";
        using (Method(writer, name, $"{input}∂w += Σ x·∂y where x ≤ 0, {(Shared ? "one w" : "a w for each channel")}: {Rows.Phrase}."))
        {
            if (Shared)
            {
                if (Epilogue is not null)
                    writer.Line($"Float__ slope = {target.Broadcast("w", "0")};");
                ChannelGroups.Declare(writer, target, "total", "Float__.Zero");
            }

            // Where channels are added to each other, those that only fill a vector are left out.
            int step = MostVectors * target.Lanes, whole = (Shared ? Rows.Channels : Rows.PaddedChannels) / Panel * Panel;
            if (whole > 0)
            {
                using (writer.Loop("c", whole, out string c, step))
                    WriteColumns(writer, target, c, MostVectors, whole);
            }

            for (int first = whole; first < Rows.PaddedChannels; first += step)
            {
                using (writer.Block())
                    WriteColumns(writer, target, Literal.Of(first), Math.Min(MostVectors, (Rows.PaddedChannels - first) / target.Lanes), Rows.Channels - first);
            }

            if (Shared)
                writer.Line($"dw += {ChannelGroups.Reduce(target, "Sum", "total")};");
        }
    }

    /// <summary>All rows of a few vectors of channels.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="target">For which instructions.</param>
    /// <param name="c">The first channel.</param>
    /// <param name="vectors">How many vectors.</param>
    /// <param name="channels">How many channels there are from there on.</param>
    private void WriteColumns(SourceWriter writer, Target target, string c, int vectors, int channels)
    {
        int sums = Rows.Positions is { } positions ? Math.Min(positions, Summation.BiasPartialSums) : 1;
        if (!Shared && Epilogue is not null)
            writer.Lines(target.Declare("slope", [.. Enumerable.Range(0, vectors).Select(v => target.Load("w", Offset.Of(c, v * target.Lanes)))]));
        for (int v = 0; v < vectors; v++)
            writer.Line($"Float__ {string.Join(", ", Enumerable.Range(0, sums).Select(p => $"{Sum(p, v)} = Float__.Zero"))};");

        KernelParameter[] memory = [new("x"), new("dy"), .. Epilogue is null ? Array.Empty<KernelParameter>() : [Epilogue.Destination, .. Epilogue.Extra]];
        int together = Rows.Positions - Rows.Positions % sums ?? 0;
        using (Walk walk = Walk.Over(
            writer, "row", "0", Rows.IsOfBlock ? Rows.Count : Literal.Of(together), sums,
            [.. memory.Select(each => new Walk.Step($"row{char.ToUpperInvariant(each.Name[0])}{each.Name.Substring(1)}", each.Name, sums * Rows.Stride, c))]))
        {
            for (int p = 0; p < sums; p++)
                WriteRow(p, parameter => walk[Array.IndexOf(memory, parameter)], Literal.Of(p * Rows.Stride), "0");
        }

        for (int p = 0; together + p < Rows.Positions; p++)
            WriteRow(p, parameter => parameter.Name, Literal.Of((together + p) * Rows.Stride), c);
        for (int v = 0; v < vectors; v++)
            WriteSum(v);

        void WriteRow(int p, Func<KernelParameter, string> memoryOf, string row, string first)
        {
            for (int v = 0; v < vectors; v++)
            {
                using (writer.Block())
                {
                    string offset = Offset.Sum(first, row, Literal.Of(v * target.Lanes));
                    writer.Line($"Float__ here = {target.Load(memoryOf(memory[0]), offset)}, gradient = {target.Load(memoryOf(memory[1]), offset)};");
                    ExprWriter expressions = new(writer, target);
                    string[] inputs = ["here", "gradient", Shared ? "slope" : $"slope{v}"];
                    writer.Line($"{Sum(p, v)} += {expressions.Write(s_term, inputs)};");
                    Epilogue?.WriteStore(writer, target, expressions.Write(s_inputGradient, inputs), memoryOf, offset);
                }
            }
        }

        void WriteSum(int v)
        {
            string sum = sums == 4 ? $"({Sum(0, v)} + {Sum(1, v)}) + ({Sum(2, v)} + {Sum(3, v)})" : string.Join(" + ", Enumerable.Range(0, sums).Select(p => Sum(p, v)));
            string offset = Offset.Of(c, v * target.Lanes);
            if (!Shared)
            {
                writer.Line(target.Store($"{target.Load("dw", offset)} + ({sum})", "dw", offset));
                return;
            }

            int lanes = Math.Min(channels - v * target.Lanes, target.Lanes), part = v % ChannelGroups.Parts(target);
            if (lanes > 0)
                writer.Line($"total{part} += {ChannelGroups.Masked(target, lanes == target.Lanes ? null : $"Lanes__.Mask({lanes})", sum, "Float__.Zero")};");
        }
    }

    private static string Sum(int partial, int vector) => $"sum{partial}{vector}";
}
