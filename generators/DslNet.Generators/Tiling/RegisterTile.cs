using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Tiling;

/// <summary>
/// A tile of accumulators: what a kernel keeps in registers from the first product to the last. It has rows (samples, columns, filters, taps) of
/// some vectors each; products of one row's operand, broadcast, with the vectors are added, and the finished sums are stored.
/// </summary>
/// <param name="writer">Where to.</param>
/// <param name="target">For which instructions.</param>
/// <param name="rows">Where the results of each row are stored, from the tile's first.</param>
/// <param name="vectors">Where those of each vector are, from the row's first.</param>
/// <param name="partialSums">Into how many interleaved sums the products of each output go.</param>
internal sealed class RegisterTile(SourceWriter writer, Target target, IReadOnlyList<int> rows, IReadOnlyList<int> vectors, int partialSums = 1)
{
    /// <summary>A tile of rows at one distance, each of vectors that are neighbours.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="target">For which instructions.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="rowStride">From the results of one row to the next.</param>
    /// <param name="vectors">Vectors of a row.</param>
    public static RegisterTile Of(SourceWriter writer, Target target, int rows, int rowStride, int vectors) =>
        new(writer, target, [.. Enumerable.Range(0, rows).Select(row => row * rowStride)], Neighbours(target, vectors));

    /// <summary>The offsets of vectors that are neighbours.</summary>
    /// <param name="target">For which instructions.</param>
    /// <param name="count">How many.</param>
    /// <param name="first">The first one's offset.</param>
    public static IReadOnlyList<int> Neighbours(Target target, int count, int first = 0) =>
        [.. Enumerable.Range(0, count).Select(vector => first + vector * target.Lanes)];

    public SourceWriter Writer => writer;

    public Target Target => target;

    /// <summary>Rows.</summary>
    public int Rows => rows.Count;

    /// <summary>Vectors of each row.</summary>
    public int Vectors => vectors.Count;

    /// <summary>Into how many interleaved sums the products of each output go.</summary>
    public int PartialSums => partialSums;

    /// <summary>How many accumulators take one product each for a term.</summary>
    public int Count => Rows * Vectors;

    /// <summary>The name of an accumulator.</summary>
    public string Name(int row, int vector, int partialSum = 0) => $"{(char)('a' + partialSum)}{row}{(Vectors == 1 ? "" : $"_{vector}")}";

    /// <summary>The names of a row's accumulators.</summary>
    public IReadOnlyList<string> Row(int row, int partialSum = 0) => [.. Enumerable.Range(0, Vectors).Select(vector => Name(row, vector, partialSum))];

    /// <summary>Starts each vector with one value in all rows, such as zero or the bias; further partial sums start with zero.</summary>
    /// <param name="start">The value of a vector.</param>
    public void Start(Func<int, string> start)
    {
        for (int v = 0; v < Vectors; v++)
            Declare(Enumerable.Range(0, Rows).Select(row => $"{Name(row, v)} = {(row == 0 ? start(v) : Name(0, v))}"));
        for (int p = 1; p < partialSums; p++)
            Declare(Enumerable.Range(0, Rows).SelectMany(row => Row(row, p)).Select(name => $"{name} = {target.Constant(0)}"));
    }

    /// <summary>Starts each accumulator with a value of its own.</summary>
    /// <param name="start">The value, given row and vector.</param>
    public void Start(Func<int, int, string> start)
    {
        for (int row = 0; row < Rows; row++)
            Declare(Enumerable.Range(0, Vectors).Select(v => $"{Name(row, v)} = {start(row, v)}"));
    }

    /// <summary>Starts with zero.</summary>
    public void StartWithZero() => Start(_ => target.Constant(0));

    /// <summary>Starts with what is in the memory that the results are stored to.</summary>
    public void Load(string array) => writer.Lines(target.Declare([.. Each((row, v) => (Name(row, v), target.Load(array, Literal.Of(rows[row] + vectors[v]))))]));

    /// <summary>Adds a product to the accumulators of some rows: the row's operand, broadcast, × each vector.</summary>
    /// <param name="operands">What is broadcast.</param>
    /// <param name="factors">The vectors.</param>
    /// <param name="partialSum">To which of the partial sums.</param>
    public void Accumulate(BroadcastOperands operands, VectorOperands factors, int partialSum = 0)
    {
        IReadOnlyList<BroadcastOperand> all = BroadcastOperand.Of(target, operands);
        if (all.All(each => !each.IsVector))
        {
            writer.Lines([.. target.AddTerm(operands.Array, [.. all.Select(each => (each.Load!.Value, Row(each.Row, partialSum)))], factors.Array, factors.Offsets, factors.Name)]);
            return;
        }

        factors.Declare(writer, target);
        for (int i = 0; i < all.Count;)
        {
            BroadcastOperand first = all[i];
            if (first is { IsVector: true, Load: { } offset })
                writer.Line($"Float__ {first.Register} = {target.Load(operands.Array, Literal.Of(offset))};");
            BroadcastOperand[] run = [.. all.Skip(i).TakeWhile(each => each.IsVector == first.IsVector && (!each.IsVector || each.Register == first.Register))];
            if (!first.IsVector)
                writer.Lines([.. target.AddRows(operands.Array, [.. run.Select(each => (each.Load!.Value, Row(each.Row, partialSum)))], factors.Names)]);
            else if (run.Length == target.Lanes && Vectors <= 2)
                writer.Line(target.AddLanes(first.Register, [.. run.SelectMany(each => Row(each.Row, partialSum))], factors.Names));
            else
                writer.Lines([.. run.SelectMany(each => target.AddLaneRows([(each.Register, Row(each.Row, partialSum))], each.Lane, factors.Names))]);
            i += run.Length;
        }
    }

    /// <summary>Adds to accumulators a vector of memory each, × one value in all lanes.</summary>
    /// <param name="factor">The value.</param>
    /// <param name="array">The memory.</param>
    /// <param name="products">Accumulators, and where their vectors are.</param>
    /// <param name="partialSum">To which of the partial sums.</param>
    public void AccumulateScaled(string factor, string array, IEnumerable<(int Row, int Vector, int Offset)> products, int partialSum = 0)
    {
        foreach ((IReadOnlyList<string> neighbours, string offset) in target.Neighbours([.. products.Select(each => (Name(each.Row, each.Vector, partialSum), each.Offset))]))
            writer.Line(target.AddLoadedProducts(factor, array, offset, neighbours));
    }

    /// <summary>The finished sums, partial sums added as a tree, and where they are stored, from the tile's first.</summary>
    public IReadOnlyList<(string Value, int Offset)> Results => [.. Each((row, v) => (Finished(row, v), rows[row] + vectors[v]))];

    /// <summary>Stores the finished sums.</summary>
    /// <param name="method">How.</param>
    /// <param name="array">Where the tile's first result is stored.</param>
    /// <param name="arguments">Further arguments of the method, each with a comma.</param>
    public void Store(StoreMethod method, string array, string arguments = "")
    {
        foreach ((IReadOnlyList<string> neighbours, string offset) in target.Neighbours(Results))
            writer.Line(target.Store(method, neighbours, arguments, array, offset));
    }

    private string Finished(int row, int vector) => partialSums switch
    {
        1 => Name(row, vector),
        2 => $"{Name(row, vector)} + {Name(row, vector, 1)}",
        _ => $"({Name(row, vector)} + {Name(row, vector, 1)}) + ({Name(row, vector, 2)} + {Name(row, vector, 3)})",
    };

    private IEnumerable<T> Each<T>(Func<int, int, T> value) =>
        from row in Enumerable.Range(0, Rows) from vector in Enumerable.Range(0, Vectors) select value(row, vector);

    private void Declare(IEnumerable<string> accumulators) => writer.Line($"Float__ {string.Join(", ", accumulators)};");
}
