using DslNet.Generators.Emission;
using DslNet.Generators.Simd;

namespace DslNet.Generators.Graph;

/// <summary>What happens to a finished value between the register it was computed in and the memory it goes to.</summary>
internal abstract class Epilogue
{
    /// <summary>Where the value goes.</summary>
    public abstract Operand Destination { get; }

    /// <summary>Memory that is read besides; it has the destination's layout.</summary>
    public virtual IEnumerable<Operand> Extra => [];

    /// <summary>What it does, for the comment over the kernel: empty, or ", " and a phrase.</summary>
    public virtual string Phrase => "";

    /// <summary>What it does with each value, for a comment inside the kernel.</summary>
    public virtual string Verb => "store";

    /// <summary>Writes names for where the values of a tile go, and for what is read besides: their offsets count from there.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="offset">The tile's offset within the destination.</param>
    /// <returns>The name of an operand's memory.</returns>
    public Func<Operand, string> WriteTile(SourceWriter writer, string offset)
    {
        Dictionary<Operand, string> names = [];
        foreach (Operand operand in Extra.Prepend(Destination))
            names[operand] = Offset.Declare(writer, "tile" + char.ToUpperInvariant(operand.Name[0]) + operand.Name.Substring(1), operand.Name, offset);
        return operand => names[operand];
    }

    /// <summary>Writes the statement that finishes and stores a value.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="target">For which instructions.</param>
    /// <param name="value">An expression of a vector; it is used once.</param>
    /// <param name="offset">Its offset within the destination.</param>
    public void WriteStore(SourceWriter writer, Target target, string value, string offset) => WriteStore(writer, target, value, operand => operand.Name, offset);

    /// <summary>Writes the statement that finishes and stores a value of a tile.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="target">For which instructions.</param>
    /// <param name="value">An expression of a vector; it is used once.</param>
    /// <param name="memory">The names of the tile's memory.</param>
    /// <param name="offset">Its offset within the tile.</param>
    public void WriteStore(SourceWriter writer, Target target, string value, Func<Operand, string> memory, string offset) =>
        writer.Line(Store(target, [value], memory, offset));

    /// <summary>Writes the statements that finish and store the values of a tile.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="target">For which instructions.</param>
    /// <param name="values">Expressions of vectors, each used once, and their offsets within the tile.</param>
    /// <param name="offset">The tile's offset within the destination.</param>
    public void WriteStores(SourceWriter writer, Target target, IReadOnlyList<(string Value, int Offset)> values, string offset)
    {
        writer.Explain(Verb);
        Func<Operand, string> memory = WriteTile(writer, offset);
        foreach ((IReadOnlyList<string> neighbours, string first) in target.Neighbours(values))
            writer.Line(Store(target, neighbours, memory, first));
    }

    /// <summary>The statement that finishes and stores one value, or two neighbours.</summary>
    protected abstract string Store(Target target, IReadOnlyList<string> values, Func<Operand, string> memory, string offset);
}
