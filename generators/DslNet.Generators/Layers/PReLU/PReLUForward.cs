using DslNet.Generators.Expressions;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.PReLU;

/// <summary>y = x where x is positive, else w·x.</summary>
/// <param name="Rows">x and y, which are stored alike.</param>
/// <param name="PerChannel">Whether each channel has a w of its own; else all have one.</param>
internal sealed record PReLUForward(ChannelRows Rows, bool PerChannel) : Kernel
{
    // So many channels have their slopes in registers.
    private const int MostInRegisters = 32;

    private static readonly Expr s_x = new Expr.Input(0);

    /// <summary>y, of x and w.</summary>
    public static Expr Value { get; } = Expr.If(s_x > 0f, s_x, s_x * new Expr.Input(1));

    public override bool IsOfBlock => Rows.IsOfBlock;

    public override IReadOnlyList<KernelParameter> Parameters => [new("x"), new("w"), new("y")];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"y = x where x > 0, else w·x, {(PerChannel ? "a w for each channel" : "one w")}: {Rows.Phrase}.", single: true))
        {
            if (!PerChannel)
                WriteRun(writer, target);
            else if (Rows.PaddedChannels <= MostInRegisters)
                WriteFewChannels(writer, target);
            else
                WriteManyChannels(writer, target);
        }
    }

    /// <summary>With one slope, all rows are one run of values.</summary>
    private void WriteRun(SourceWriter writer, Target target)
    {
        writer.Line($"Float__ slope = {target.Broadcast("w", "0")};");
        using (writer.Loop("i", "0", Rows.Positions is { } positions ? Literal.Of(positions * Rows.Stride) : Offset.Times("count", Rows.Stride), target.Lanes))
            WriteVector(writer, target, "slope", "x", "y", "i");
    }

    private void WriteFewChannels(SourceWriter writer, Target target)
    {
        int vectors = Rows.PaddedChannels / target.Lanes;
        writer.Lines(target.Declare("slope", [.. Enumerable.Range(0, vectors).Select(v => target.Load("w", Literal.Of(v * target.Lanes)))]));
        using Walk walk = OverRows(writer);
        for (int v = 0; v < vectors; v++)
        {
            using (writer.Block())
                WriteVector(writer, target, $"slope{v}", walk[0], walk[1], Literal.Of(v * target.Lanes));
        }
    }

    private void WriteManyChannels(SourceWriter writer, Target target)
    {
        using Walk walk = OverRows(writer);
        using (writer.Loop("c", "0", Literal.Of(Rows.PaddedChannels), target.Lanes))
            WriteVector(writer, target, target.Load("w", "c"), walk[0], walk[1], "c");
    }

    private Walk OverRows(SourceWriter writer) =>
        Walk.Over(writer, "row", "0", Rows.Count, 1, new("rowX", "x", Rows.Stride), new("rowY", "y", Rows.Stride));

    private static void WriteVector(SourceWriter writer, Target target, string slope, string x, string y, string offset)
    {
        writer.Line($"Float__ here = {target.Load(x, offset)};");
        writer.Line(target.Store(new ExprWriter(writer, target).Write(Value, ["here", slope]), y, offset));
    }
}
