using DslNet.CompilerServices;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.BatchNorm;

/// <summary>
/// Adds a sample to what is known of its group: for each channel the mean m and the squares Σ (x − m)². First the sample's own mean, then the
/// squares about it, while the sample is in L1; then both are combined with those of the samples before, as Chan, Golub and LeVeque do. Everything is
/// counted from a value of the group, its first: a mean that is large beside the deviation costs no digits then, and no second pass over all samples
/// is needed.
/// </summary>
/// <param name="Columns">x.</param>
internal sealed record BatchNormStatistics(ChannelColumns Columns) : Kernel
{
    private const int Vectors = 4;

    private static readonly KernelParameter s_x = new("x"), s_sums = new("sums"), s_before = new("before", "int");

    public override IReadOnlyList<KernelParameter> Parameters => [s_x, s_sums];

    public override IReadOnlyList<KernelParameter> Scalars => [s_before];

    /// <summary>Floats of a group's sums.</summary>
    public static int LengthOf(ChannelColumns columns) => ChannelSums.Length(columns.PaddedChannels);

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"m += (m′ − m)/n, s += s′ + (m′ − m)²·p·(n − 1)/n, with mean m′ and squares s′ of the n-th sample over its p positions: {Columns.Phrase}."))
        {
            writer.Line($"if (before == 0) // what values are counted from");
            writer.Line($"\tglobal::DslNet.CompilerServices.FloatMemory.Copy(ref x, {Offset.Reference("sums", Literal.Of(ChannelSums.Origin * Columns.PaddedChannels))}, {Columns.PaddedChannels});");
            writer.Line($"float weight = 1f / (before + 1), between = {Literal.Of((float)Columns.Positions)} * before * weight;");
            Columns.Write(writer, target, Vectors, (c, vectors) => WriteColumn(writer, target, c, vectors));
            writer.Line($"Place__.Add(ref sums, {ChannelSums.Count * Columns.PaddedChannels}) = before + 1;");
        }
    }

    private void WriteColumn(SourceWriter writer, Target target, string c, int vectors)
    {
        if (Columns.Positions == 1)
        {
            Columns.WritePositions(writer, target, [s_x], c, vectors, (memory, at, v, _) =>
            {
                writer.Line($"Float__ mean = {target.Load(memory(s_x), at)} - {Origin(target, c, v)};");
                WriteCombination(writer, target, c, v, "mean", null);
            });
            return;
        }

        writer.Lines(target.Declare("origin", [.. Enumerable.Range(0, vectors).Select(v => Origin(target, c, v))]));
        Columns.Declare(writer, "sum", vectors);
        Columns.WritePositions(
            writer, target, [s_x], c, vectors, (memory, at, v, p) => writer.Line($"{ChannelColumns.Partial("sum", v, p)} += {target.Load(memory(s_x), at)} - origin{v};"));
        ChannelColumns columns = Columns;
        string inverse = $"Lanes__.Fill({Literal.Of((float)Columns.Positions)})";
        writer.Line($"Float__ {string.Join(", ", Enumerable.Range(0, vectors).Select(v => $"mean{v} = ({columns.Total("sum", v)}) / {inverse}"))};");
        using (writer.Block())
        {
            Columns.Declare(writer, "square", vectors);
            Columns.WritePositions(writer, target, [s_x], c, vectors, (memory, at, v, p) =>
            {
                writer.Line($"Float__ difference = {target.Load(memory(s_x), at)} - origin{v} - mean{v};");
                string square = ChannelColumns.Partial("square", v, p);
                writer.Line($"{square} = Lanes__.MultiplyAdd(difference, difference, {square});");
            });
            for (int v = 0; v < vectors; v++)
            {
                using (writer.Block())
                    WriteCombination(writer, target, c, v, $"mean{v}", columns.Total("square", v));
            }
        }
    }

    private string Origin(Target target, string c, int v) => target.Load("sums", Offset.Of(c, ChannelSums.Origin * Columns.PaddedChannels + v * target.Lanes));

    private void WriteCombination(SourceWriter writer, Target target, string c, int v, string mean, string? squares)
    {
        string at = Offset.Of(c, v * target.Lanes), second = Offset.Of(c, ChannelSums.Squares * Columns.PaddedChannels + v * target.Lanes);
        writer.Line($"Float__ known = {target.Load("sums", at)}, step = {mean} - known;");
        writer.Line(target.Store("Lanes__.MultiplyAdd(step, Lanes__.Fill(weight), known)", "sums", at));
        string before = squares is null ? target.Load("sums", second) : $"{target.Load("sums", second)} + ({squares})";
        writer.Line(target.Store($"Lanes__.MultiplyAdd(step * Lanes__.Fill(between), step, {before})", "sums", second));
    }
}
