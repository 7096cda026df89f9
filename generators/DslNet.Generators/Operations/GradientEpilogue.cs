using DslNet.Generators.Layers.Activations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Operations;

/// <summary>
/// Stores a gradient: adds it to what other readers of the same value contributed, or, as the only reader of a value that
/// came out of a fused activation, takes it back through that activation, whose output was saved.
/// </summary>
internal sealed class GradientEpilogue(Operand destination, bool accumulate, ActivationLayer? activation, Operand? saved) : Epilogue
{
    public override Operand Destination => destination;

    /// <summary>Whether it adds to what is there.</summary>
    public bool Accumulates => accumulate;

    public override IEnumerable<Operand> Extra => saved is null ? [] : [saved];

    public override string Phrase =>
        (accumulate ? ", added to what is there" : "") + (activation is null ? "" : $", times the derivative of {activation.Kind}");

    protected override string Finish(SourceWriter writer, Target target, string value, string offset)
    {
        string sum = accumulate ? $"{target.Load(destination.Name, offset)} + {value}" : value;
        return activation is null ? sum : activation.Gradient(target, sum, target.Load(saved!.Name, offset));
    }
}
