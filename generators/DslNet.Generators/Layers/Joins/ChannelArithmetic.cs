using DslNet.Generators.Expressions;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Joins;

/// <summary>
/// The same arithmetic on every value of an image or a signal of one sample, and on vectors of its channels, which every position reads. A few
/// vectors of channels stay in registers over all positions. Where results are summed over the positions, there are partial sums by position mod 4
/// (<see cref="Summation.PositionPartialSums"/>), added as a tree.
/// </summary>
/// <param name="Summary">For its comment, what it computes.</param>
/// <param name="Positions">Positions.</param>
/// <param name="Stride">From one of them to the next: the channels, with those that fill the last vector.</param>
/// <param name="Inputs">What it reads at every position. Expressions have them as inputs, in this order.</param>
/// <param name="Vectors">What it reads for each channel: the inputs behind those.</param>
/// <param name="Value">What it computes.</param>
/// <param name="IsSum">Whether results are summed over the positions, and the sum goes on.</param>
/// <param name="Epilogue">What becomes of them.</param>
internal sealed record ChannelArithmetic(
    Comment Summary, int Positions, int Stride, EquatableArray<KernelParameter> Inputs, EquatableArray<KernelParameter> Vectors, Expr Value, bool IsSum,
    Epilogue Epilogue) : Kernel
{
    // Enough sums for each addition to have ended before the next one to the same sum.
    private const int MostSums = 8, MostVectors = 4;

    public override IReadOnlyList<KernelParameter> Parameters => [.. Inputs, .. Vectors, Epilogue.Destination, .. Epilogue.Extra];

    /// <summary>Partial sums of a channel.</summary>
    private int Sums => IsSum ? Math.Min(Positions, Summation.PositionPartialSums) : 1;

    /// <summary>What is read and written at every position.</summary>
    private IReadOnlyList<KernelParameter> Walked => IsSum ? [.. Inputs] : [.. Inputs, Epilogue.Destination, .. Epilogue.Extra];

    /// <summary>An operation with one result, which goes to a sink.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="summary">For its comment, what it computes.</param>
    /// <param name="shape">A tensor of the layout of those that are no vectors.</param>
    /// <param name="inputs">What the value is computed from.</param>
    /// <param name="value">The value, of these inputs.</param>
    /// <param name="sink">What becomes of it.</param>
    /// <param name="isSum">Whether the values of each channel are summed over its positions.</param>
    public static Operation Operation(string name, string summary, Tensor shape, IReadOnlyList<JoinOperand> inputs, Expr value, Sink sink, bool isSum)
    {
        // Vectors are behind the others.
        List<JoinOperand> ordered = [.. inputs.OrderBy(input => input.IsPerChannel)];
        ChannelArithmetic kernel = new(
            $"{summary}{sink.Epilogue.Phrase}: {shape.Shape}, one sample", shape.Layout.Positions, shape.Layout.PositionStride,
            ordered.Where(input => !input.IsPerChannel).Select(input => input.Operand.Parameter).ToEquatableArray(),
            ordered.Where(input => input.IsPerChannel).Select(input => input.Operand.Parameter).ToEquatableArray(),
            value.WithInputs([.. inputs.Select(Expr (input) => new Expr.Input(ordered.IndexOf(input)))]), isSum, sink.Epilogue);
        return new(name, kernel, [.. ordered.Select(input => input.Operand), .. sink.Operands]);
    }

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        int together = Math.Min(MostVectors, MostSums / Sums), step = together * target.Lanes, whole = Stride / step * step;
        using (Method(writer, name, $"{Summary}.", single: true))
        {
            if (whole > 0)
            {
                using (writer.Loop("c", whole, out string c, step))
                    WriteColumns(writer, target, c, together);
            }

            if (whole < Stride)
            {
                using (writer.Block())
                    WriteColumns(writer, target, Literal.Of(whole), (Stride - whole) / target.Lanes);
            }
        }
    }

    /// <summary>All positions of a few vectors of channels.</summary>
    private void WriteColumns(SourceWriter writer, Target target, string c, int count)
    {
        foreach (KernelParameter vector in Vectors)
            writer.Lines(target.Declare(vector.Name + "Here", [.. Enumerable.Range(0, count).Select(v => target.Load(vector.Name, Offset.Of(c, v * target.Lanes)))]));
        for (int v = 0; IsSum && v < count; v++)
            writer.Line($"Float__ {string.Join(", ", Enumerable.Range(0, Sums).Select(p => $"{Sum(p, v)} = Float__.Zero"))};");

        int whole = Positions - Positions % Sums;
        using (Walk walk = Walk.Over(
            writer, "position", "0", Literal.Of(whole), Sums,
            [.. Walked.Select(memory => new Walk.Step($"row{char.ToUpperInvariant(memory.Name[0])}{memory.Name.Substring(1)}", memory.Name, Sums * Stride, c))]))
        {
            for (int p = 0; p < Sums; p++)
                WritePosition(p, memory => walk[Walked.ToList().IndexOf(memory)], Literal.Of(p * Stride));
        }

        for (int p = 0; whole + p < Positions; p++)
            WritePosition(p, memory => memory.Name, Offset.Of(c, (whole + p) * Stride));
        for (int v = 0; IsSum && v < count; v++)
        {
            string sum = Sums == 4 ? $"({Sum(0, v)} + {Sum(1, v)}) + ({Sum(2, v)} + {Sum(3, v)})" : string.Join(" + ", Enumerable.Range(0, Sums).Select(p => Sum(p, v)));
            using (writer.Block())
            {
                writer.Line($"Float__ total = {sum};");
                Epilogue.WriteStore(writer, target, "total", Offset.Of(c, v * target.Lanes));
            }
        }

        void WritePosition(int p, Func<KernelParameter, string> memoryOf, string first)
        {
            for (int v = 0; v < count; v++)
            {
                string offset = Offset.Of(first, v * target.Lanes);
                using (writer.Block())
                {
                    List<string> inputs = [];
                    foreach (KernelParameter input in Inputs)
                    {
                        writer.Line($"Float__ {input.Name}Here = {target.Load(memoryOf(input), offset)};");
                        inputs.Add(input.Name + "Here");
                    }

                    inputs.AddRange(Vectors.Select(vector => $"{vector.Name}Here{v}"));
                    string value = new ExprWriter(writer, target).Write(Value, inputs);
                    if (IsSum)
                        writer.Line($"{Sum(p, v)} += {value};");
                    else
                        Epilogue.WriteStore(writer, target, value, memoryOf, offset);
                }
            }
        }
    }

    private static string Sum(int partial, int vector) => $"sum{partial}{vector}";
}
