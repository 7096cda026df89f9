using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Pad;

/// <summary>The gradient of one sample that was padded: first that of its own positions, then, row by row, those of what shows them around.</summary>
/// <param name="Vertical">The rows.</param>
/// <param name="Horizontal">The columns.</param>
/// <param name="Stride">Floats of a position.</param>
/// <param name="Epilogue">What becomes of the gradient; where something is added to it later, no more than to store it or to add it.</param>
internal sealed record PadBackward(PadAxis Vertical, PadAxis Horizontal, int Stride, Epilogue Epilogue) : Kernel
{
    public override IReadOnlyList<KernelParameter> Parameters => [new("dy"), Epilogue.Destination, .. Epilogue.Extra];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        int inputRow = Horizontal.Input * Stride, outputRow = Horizontal.Output * Stride;
        using (Method(writer, name, $"∂x = ∂y of {Vertical.Input}×{Horizontal.Input} positions{Epilogue.Phrase}{(HasCopies ? ", and of their copies around" : "")}, one sample."))
        {
            using (writer.Loop("row", Vertical.Input, out string row))
            {
                string gradient = Offset.Declare(
                    writer, "gradient", "dy", Offset.Sum(Offset.Times(row, outputRow), Literal.Of(Vertical.Before * outputRow + Horizontal.Before * Stride)));
                using (writer.Loop("c", inputRow, out string c, target.Lanes))
                    Epilogue.WriteStore(writer, target, target.Load(gradient, c), Offset.Sum(Offset.Times(row, inputRow), c));
            }

            foreach (PadRun rows in HasCopies ? Vertical.Runs : [])
                WriteCopies(rows);
        }

        void WriteCopies(PadRun rows)
        {
            if (rows.Source is not { } rowSource || (!rows.IsBorder && Horizontal.Runs.All(columns => !columns.IsBorder)))
                return;
            using (writer.Loop("row", rows.First + rows.Count, out string row, first: rows.First))
            {
                string gradient = Offset.Declare(writer, "gradient", "dy", Offset.Times(row, outputRow));
                string input = Offset.Declare(writer, "input", Epilogue.Destination.Name, Offset.Times(rowSource(row), inputRow));
                foreach (PadRun columns in Horizontal.Runs)
                {
                    if (!columns.IsBorder)
                    {
                        if (rows.IsBorder)
                            WriteRun(inputRow, c => Add(Offset.Of(c, columns.First * Stride), c));
                        continue;
                    }

                    using (writer.Loop("column", columns.First + columns.Count, out string column, first: columns.First))
                        WriteRun(Stride, c => Add(Offset.Sum(Offset.Times(column, Stride), c), Offset.Sum(Offset.Times(columns.Source!(column), Stride), c)));
                }

                string Add(string from, string to) => target.Store(StoreMethod.Add, [target.Load(gradient, from)], "", input, to);
            }
        }

        void WriteRun(int length, Func<string, string> line)
        {
            using (writer.Loop("c", length, out string c, target.Lanes))
                writer.Line(line(c));
        }
    }

    // Both axes have the same mode, but for the one row of a signal.
    private bool HasCopies => Vertical.Runs.Concat(Horizontal.Runs).Any(run => run is { IsBorder: true, Source: not null });
}
