using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.BatchNorm;

/// <summary>
/// Adds a sample to Σ ∂y and Σ ∂y·n for each channel, with n = x·s + t the normalized value: the gradients of bias and weight, and what the gradient
/// of x needs of all samples.
/// </summary>
/// <param name="Columns">x and ∂y, which are stored alike.</param>
internal sealed record BatchNormGradientSums(ChannelColumns Columns) : Kernel
{
    private const int Vectors = 2;

    private static readonly KernelParameter s_x = new("x"), s_dy = new("dy");

    public override IReadOnlyList<KernelParameter> Parameters => [s_x, new("scale"), new("shift"), s_dy, new("sums")];

    /// <summary>Floats of a group's sums.</summary>
    public static int LengthOf(ChannelColumns columns) => 2 * columns.PaddedChannels;

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"Σ ∂y and Σ ∂y·n, n = x·scale + shift: {Columns.Phrase}."))
            Columns.Write(writer, target, Vectors, (c, vectors) => WriteColumn(writer, target, c, vectors));
    }

    private void WriteColumn(SourceWriter writer, Target target, string c, int vectors)
    {
        foreach (string role in new[] { "scale", "shift" })
            writer.Lines(target.Declare(role + "Of", [.. Enumerable.Range(0, vectors).Select(v => target.Load(role, Offset.Of(c, v * target.Lanes)))]));
        Columns.Declare(writer, "sum", vectors);
        Columns.Declare(writer, "product", vectors);
        Columns.WritePositions(writer, target, [s_x, s_dy], c, vectors, (memory, at, v, p) =>
        {
            string product = ChannelColumns.Partial("product", v, p);
            writer.Line($"Float__ gradient = {target.Load(memory(s_dy), at)};");
            writer.Line($"{ChannelColumns.Partial("sum", v, p)} += gradient;");
            writer.Line($"{product} = Lanes__.MultiplyAdd(gradient, Lanes__.MultiplyAdd({target.Load(memory(s_x), at)}, scaleOf{v}, shiftOf{v}), {product});");
        });
        for (int v = 0; v < vectors; v++)
        {
            writer.Line(target.Store(StoreMethod.Add, [Columns.Total("sum", v)], "", "sums", Offset.Of(c, v * target.Lanes)));
            writer.Line(target.Store(StoreMethod.Add, [Columns.Total("product", v)], "", "sums", Offset.Of(c, Columns.PaddedChannels + v * target.Lanes)));
        }
    }
}
