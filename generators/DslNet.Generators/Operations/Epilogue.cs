using DslNet.Generators.Expressions;
using DslNet.Generators.Model;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Operations;

/// <summary>What happens to a finished value between the register it was computed in and the memory it goes to.</summary>
/// <param name="Value">What is stored, of the finished value and of what is read besides, in this order.</param>
/// <param name="Destination">Where it goes.</param>
/// <param name="Reads">Memory that is read besides; it has the destination's layout.</param>
/// <param name="Phrase">What it does, for the comment over the kernel: empty, or ", " and a phrase.</param>
internal sealed record Epilogue(Expr Value, Operand Destination, EquatableArray<Operand> Reads, string Phrase = "")
{
    private static readonly Expr s_finished = new Expr.Input(0);

    /// <summary>Stores a value as it is.</summary>
    public static Epilogue Store(Operand destination) => new(s_finished, destination, EquatableArray<Operand>.Empty);

    /// <summary>Stores an output after the activation that follows the layer, if one is fused with it.</summary>
    public static Epilogue Activate(Operand destination, Elementwise? activation) => activation is null
        ? Store(destination)
        : Store(destination) with { Value = activation.Value, Phrase = $", then {activation.Kind}" };

    /// <summary>Stores a gradient, or adds it to what other readers of the same value contributed.</summary>
    public static Epilogue Gradient(Operand destination, bool accumulate) => accumulate
        ? new(new Expr.Input(1) + s_finished, destination, new([destination]), ", added to what is there")
        : Store(destination);

    /// <summary>The same with the last of several gradients of an activation's output, taken back through the activation.</summary>
    /// <param name="activation">The activation.</param>
    /// <param name="saved">What its derivative is a function of.</param>
    public Epilogue Through(Elementwise activation, Operand saved) => this with
    {
        Value = activation.Gradient.WithInputs([Value, new Expr.Input(Reads.Count + 1)]),
        Reads = Reads.Append(saved).ToEquatableArray(),
        Phrase = $"{Phrase}, times the derivative of {activation.Kind}",
    };

    /// <summary>Whether it adds to what is there.</summary>
    public bool Accumulates => Reads.Contains(Destination);

    /// <summary>What a kernel has as parameters for what is read besides.</summary>
    public IEnumerable<Operand> Extra => Reads.Where(operand => operand != Destination);

    /// <summary>Writes the statements that finish and store a value.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="target">For which instructions.</param>
    /// <param name="value">An expression of a vector.</param>
    /// <param name="offset">The place within the destination.</param>
    public void WriteStore(SourceWriter writer, Target target, string value, string offset)
    {
        string[] inputs = Inputs(target, value, offset);
        using (ExprWriter.NeedsVariables(Value, inputs) ? writer.Block() : null)
            writer.Line(target.Store(new ExprWriter(writer, target).Write(Value, inputs), Destination.Name, offset));
    }

    /// <summary>What is to be stored of a value, for kernels that store several together.</summary>
    /// <param name="expressions">Declares variables, if any.</param>
    /// <param name="value">An expression of a vector.</param>
    public string Finish(ExprWriter expressions, string value) => Reads.Count == 0
        ? expressions.Write(Value, [value])
        : throw new InvalidOperationException("What is read besides has the layout of vectors that are stored one by one.");

    private string[] Inputs(Target target, string value, string offset) => [value, .. Reads.Select(operand => target.Load(operand.Name, offset))];
}
