using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Operations;

/// <summary>What happens to a finished value between the register it was computed in and the memory it goes to.</summary>
internal abstract class Epilogue
{
    /// <summary>Where the value goes.</summary>
    public abstract Operand Destination { get; }

    /// <summary>Memory that is read besides; it has the destination's layout.</summary>
    public virtual IEnumerable<Operand> Extra => [];

    /// <summary>What it does, for the comment over the kernel: empty, or ", " and a phrase.</summary>
    public virtual string Phrase => "";

    /// <summary>Writes the statements that finish and store a value.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="target">For which instructions.</param>
    /// <param name="value">An expression of a vector; it is used once.</param>
    /// <param name="offset">The place within the destination.</param>
    public void WriteStore(SourceWriter writer, Target target, string value, string offset) =>
        writer.Line(target.Store(Finish(writer, target, value, offset), Destination.Name, offset));

    protected abstract string Finish(SourceWriter writer, Target target, string value, string offset);
}
