using DslNet.Generators.Expressions;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.PReLU;

/// <summary>
/// ∂x = ∂y where x is positive, else w·∂y, and ∂w += Σ x·∂y where it is not: both in one pass. A few vectors of channels are summed in registers
/// over all rows before the next vectors' turn comes. Over an image there are partial sums by position mod 4
/// (<see cref="Summation.PositionPartialSums"/>), added as a tree; over a block of samples there is one. The sums of channels that have one slope
/// are added in eight partial sums, in the order of the channels, and these as a fixed tree.
/// </summary>
/// <param name="Rows">x, ∂y and ∂x, which are stored alike.</param>
/// <param name="Channels">The channels that have one w; null where each has its own.</param>
/// <param name="Epilogue">What becomes of ∂x; null where nobody wants it.</param>
internal sealed record PReLUBackward(ChannelRows Rows, int? Channels, Epilogue? Epilogue) : Kernel
{
    // Enough for each addition to have ended before the next one to the same sum.
    private const int MostSums = 8, MostVectors = 4;

    private static readonly Expr
        s_x = new Expr.Input(0), s_gradient = new Expr.Input(1), s_isPositive = new Expr.Named("isPositive", s_x > 0f),
        s_term = Expr.If(s_isPositive, 0f, s_x * s_gradient), s_inputGradient = Expr.If(s_isPositive, s_gradient, s_gradient * new Expr.Input(2));

    public override bool IsOfBlock => Rows.IsOfBlock;

    private bool PerChannel => Channels is null;

    public override IReadOnlyList<KernelParameter> Parameters => Epilogue is null
        ? [new("x"), new("dy"), new("dw")]
        : [new("x"), new("w"), new("dy"), Epilogue.Destination, .. Epilogue.Extra, new("dw")];

    /// <summary>Partial sums of a channel.</summary>
    private int Sums => Math.Min(Rows.Positions ?? 1, Summation.PositionPartialSums);

    /// <summary>Vectors that are summed together.</summary>
    private int Vectors => Math.Min(MostVectors, MostSums / Sums);

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        string input = Epilogue is null ? "" : $"∂x = ∂y where x > 0, else w·∂y{Epilogue.Phrase}, and ";
        using (Method(writer, name, $"{input}∂w += Σ x·∂y where x ≤ 0, {(PerChannel ? "a w for each channel" : "one w")}: {Rows.Phrase}."))
        {
            if (!PerChannel)
            {
                if (Epilogue is not null)
                    writer.Line($"Float__ slope = {target.Broadcast("w", "0")};");
                ChannelGroups.Declare(writer, target, "total", "Float__.Zero");
            }

            // Channels that only fill a vector are no part of a sum over channels.
            int step = Vectors * target.Lanes, whole = (Channels ?? Rows.PaddedChannels) / step * step;
            if (whole > 0)
            {
                using (writer.Loop("c", whole, out string c, step))
                    WriteColumns(writer, target, c, Vectors, step);
            }

            // Without a gradient of the input there is nothing to do for channels that only fill a vector.
            int end = Epilogue is null ? Channels ?? Rows.PaddedChannels : Rows.PaddedChannels;
            for (int first = whole; first < end; first += step)
            {
                using (writer.Block())
                    WriteColumns(writer, target, Literal.Of(first), Math.Min(Vectors, (end - first + target.Lanes - 1) / target.Lanes), (Channels ?? end) - first);
            }

            if (!PerChannel)
                writer.Line($"dw += {ChannelGroups.Reduce(target, "Sum", "total")};");
        }
    }

    /// <summary>All rows of a few vectors of channels.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="target">For which instructions.</param>
    /// <param name="c">The first channel.</param>
    /// <param name="vectors">How many vectors.</param>
    /// <param name="channels">How many of their channels exist; more if all do.</param>
    private void WriteColumns(SourceWriter writer, Target target, string c, int vectors, int channels)
    {
        bool[] hasSum = [.. Enumerable.Range(0, vectors).Select(v => PerChannel || v * target.Lanes < channels)];
        if (PerChannel && Epilogue is not null)
            writer.Lines(target.Declare("slope", [.. Enumerable.Range(0, vectors).Select(v => target.Load("w", Offset.Of(c, v * target.Lanes)))]));
        foreach (int v in Enumerable.Range(0, vectors).Where(v => hasSum[v]))
            writer.Line($"Float__ {string.Join(", ", Enumerable.Range(0, Sums).Select(p => $"{Sum(p, v)} = Float__.Zero"))};");

        KernelParameter[] memory = [new("x"), new("dy"), .. Epilogue is null ? Array.Empty<KernelParameter>() : [Epilogue.Destination, .. Epilogue.Extra]];
        int together = Rows.Positions - Rows.Positions % Sums ?? 0;
        using (Walk walk = Walk.Over(
            writer, "row", "0", Rows.IsOfBlock ? Rows.Count : Literal.Of(together), Sums,
            [.. memory.Select(each => new Walk.Step($"row{char.ToUpperInvariant(each.Name[0])}{each.Name.Substring(1)}", each.Name, Sums * Rows.Stride, c))]))
        {
            for (int p = 0; p < Sums; p++)
                WriteRow(p, parameter => walk[Array.IndexOf(memory, parameter)], "0", p);
        }

        for (int p = 0; together + p < Rows.Positions; p++)
            WriteRow(p, parameter => parameter.Name, c, together + p);
        foreach (int v in Enumerable.Range(0, vectors).Where(v => hasSum[v]))
            WriteSum(v);

        void WriteRow(int p, Func<KernelParameter, string> memoryOf, string first, int row)
        {
            for (int v = 0; v < vectors; v++)
            {
                using (writer.Block())
                {
                    string offset = Offset.Of(first, row * Rows.Stride + v * target.Lanes);
                    writer.Line($"Float__ here = {target.Load(memoryOf(memory[0]), offset)}, gradient = {target.Load(memoryOf(memory[1]), offset)};");
                    Expr[] results = [.. hasSum[v] ? [s_term] : Array.Empty<Expr>(), .. Epilogue is null ? Array.Empty<Expr>() : [s_inputGradient]];
                    IReadOnlyList<string> written = new ExprWriter(writer, target).Write(results, ["here", "gradient", PerChannel ? $"slope{v}" : "slope"]);
                    if (hasSum[v])
                        writer.Line($"{Sum(p, v)} += {written[0]};");
                    Epilogue?.WriteStore(writer, target, written[written.Count - 1], memoryOf, offset);
                }
            }
        }

        void WriteSum(int v)
        {
            string sum = Sums == 4 ? $"({Sum(0, v)} + {Sum(1, v)}) + ({Sum(2, v)} + {Sum(3, v)})" : string.Join(" + ", Enumerable.Range(0, Sums).Select(p => Sum(p, v)));
            if (PerChannel)
            {
                writer.Line(target.Store(StoreMethod.Add, [sum], "", "dw", Offset.Of(c, v * target.Lanes)));
                return;
            }

            int lanes = Math.Min(channels - v * target.Lanes, target.Lanes), part = v % ChannelGroups.Parts(target);
            writer.Line($"total{part} += {ChannelGroups.Masked(target, lanes == target.Lanes ? null : $"Lanes__.Mask({lanes})", sum, "Float__.Zero")};");
        }
    }

    private static string Sum(int partial, int vector) => $"sum{partial}{vector}";
}
