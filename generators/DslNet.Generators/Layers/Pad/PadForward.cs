using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Pad;

/// <summary>One sample with positions around it.</summary>
/// <param name="Vertical">The rows.</param>
/// <param name="Horizontal">The columns.</param>
/// <param name="Stride">Floats of a position.</param>
internal sealed record PadForward(PadAxis Vertical, PadAxis Horizontal, int Stride) : Kernel
{
    public override IReadOnlyList<KernelParameter> Parameters => [new("x"), new("y")];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"y = x in {Vertical.Output}×{Horizontal.Output} positions, one sample."))
        {
            foreach (PadRun rows in Vertical.Runs)
            {
                using (writer.Loop("row", rows.First + rows.Count, out string row, first: rows.First))
                {
                    string output = Offset.Declare(writer, "output", "y", Offset.Times(row, Horizontal.Output * Stride));
                    if (rows.Source is { } source)
                        WriteRow(Offset.Declare(writer, "input", "x", Offset.Times(source(row), Horizontal.Input * Stride)), output);
                    else
                        WriteZeros(output, 0, Horizontal.Output);
                }
            }
        }

        void WriteRow(string input, string output)
        {
            foreach (PadRun columns in Horizontal.Runs)
            {
                if (columns.Source is not { } source)
                    WriteZeros(output, columns.First, columns.Count);
                else if (!columns.IsBorder)
                    WriteRun(columns.Count * Stride, c => target.Store(target.Load(input, c), output, Offset.Of(c, columns.First * Stride)));
                else
                {
                    using (writer.Loop("column", columns.First + columns.Count, out string column, first: columns.First))
                        WriteRun(Stride, c => target.Store(target.Load(input, Offset.Sum(Offset.Times(source(column), Stride), c)), output, Offset.Sum(Offset.Times(column, Stride), c)));
                }
            }
        }

        void WriteZeros(string output, int first, int count) => WriteRun(count * Stride, c => target.Store("Float__.Zero", output, Offset.Of(c, first * Stride)));

        void WriteRun(int length, Func<string, string> line)
        {
            using (writer.Loop("c", length, out string c, target.Lanes))
                writer.Line(line(c));
        }
    }
}
