using DslNet.Generators.Emission;
using DslNet.Generators.Layers.Activations;
using DslNet.Generators.Simd;

namespace DslNet.Generators.Graph;

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

    public override string Verb =>
        (accumulate ? "add to what is there, " : "") + (activation is null ? "" : $"multiply by the derivative of {activation.Kind}, ") + "store";

    protected override string Store(Target target, IReadOnlyList<string> values, Func<Operand, string> memory, string offset)
    {
        string to = memory(destination);
        if (activation is null)
            return target.Store(accumulate ? StoreMethod.Add : StoreMethod.Plain, values, "", to, offset);
        if (!accumulate && activation.GradientStore is { } store)
            return target.Store(store, values, $"ref {memory(saved!)}, ", to, offset);
        return target.Store(StoreMethod.Plain, [.. values.Select((value, i) => Gradient(value, Offset.Sum(offset, Literal.Of(i * target.Lanes))))], "", to, offset);

        string Gradient(string value, string at) => activation.Gradient(
            target, accumulate ? $"{target.Load(to, at)} + {Offset.Factor(value)}" : value, target.Load(memory(saved!), at));
    }
}
