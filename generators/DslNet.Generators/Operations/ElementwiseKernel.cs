using DslNet.Generators.Expressions;
using DslNet.Generators.Model;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Operations;

/// <summary>
/// The same arithmetic on every value of some tensors of one layout, vector by vector. Padding channels are processed too: their values are
/// never read, and their gradients stay zero.
/// </summary>
/// <param name="name">Its method.</param>
/// <param name="summary">For its comment, what it computes.</param>
/// <param name="shape">A tensor of that layout.</param>
/// <param name="inputs">What it reads. Expressions have them as inputs, in this order.</param>
/// <param name="outputs">What it computes of that, and where that goes: memory that it reads as well, if need be.</param>
/// <param name="key">If not null, one more input of expressions: uniform random numbers in [0, 1) of a generator with this key, a number for each place.</param>
internal sealed class ElementwiseKernel(
    string name, string summary, Tensor shape, EquatableArray<Operand> inputs, EquatableArray<ElementwiseOutput> outputs, ScalarArgument? key = null) : Operation
{
    private const string Random = "global::DslNet.Numerics.CounterRandom";

    public override string Name => name;

    /// <summary>Vectors of a block are one run; images are worked on sample by sample, while they are in L1. Keys differ from sample to sample.</summary>
    public override Granularity Granularity => key is not null || shape.Shape.SpatialRank > 0 ? Granularity.Sample : Granularity.Block;

    // The same memory may come in twice by two names, as a value and in place of the result.
    public override IReadOnlyList<Operand> Operands { get; } = [.. inputs.Concat(outputs.Select(output => output.Destination)).Distinct()];

    public override IReadOnlyList<ScalarArgument> Scalars => key is null ? [] : [key];

    /// <summary>A kernel with one result, which goes through an epilogue.</summary>
    /// <param name="name">Its method.</param>
    /// <param name="summary">For its comment, what it computes.</param>
    /// <param name="shape">A tensor of the layout of all.</param>
    /// <param name="inputs">What the value is computed from.</param>
    /// <param name="value">The value, of these inputs, and of the random number if there is a key.</param>
    /// <param name="epilogue">What becomes of it.</param>
    /// <param name="key">The key of the random numbers, if there are any.</param>
    public static ElementwiseKernel Of(
        string name, string summary, Tensor shape, IReadOnlyList<Operand> inputs, Expr value, Epilogue epilogue, ScalarArgument? key = null)
    {
        IEnumerable<Expr.Input> own = Enumerable.Range(0, inputs.Count).Select(i => new Expr.Input(i));
        IEnumerable<Expr.Input> read = Enumerable.Range(inputs.Count, epilogue.Reads.Count).Select(i => new Expr.Input(i));
        Expr.Input random = new(inputs.Count + epilogue.Reads.Count);
        Expr finished = value.WithInputs([.. own, random]);
        return new(
            name, summary + epilogue.Phrase, shape, inputs.Concat(epilogue.Reads).ToEquatableArray(),
            new([new ElementwiseOutput(epilogue.Value.WithInputs([finished, .. read]), epilogue.Destination)]), key);
    }

    /// <summary>Turns a layer's output into that of the activation behind it, where that is.</summary>
    public static ElementwiseKernel InPlace(string name, Elementwise activation, Tensor output) =>
        Of(name, $"{name}: y = {activation.Kind}(x), in place", output, [new("x", output.Buffer)], activation.Value, Epilogue.Store(new("y", output.Buffer)));

    /// <summary>Turns the gradient of a fused activation's output into that of its input, where no other kernel did on its way.</summary>
    public static ElementwiseKernel GradientInPlace(string name, Elementwise activation, Tensor output, Tensor gradient) => Of(
        name, $"{name}: ∂x = ∂y · {activation.Kind}′, in place", output, [new("gradient", gradient.Buffer), new("y", output.Buffer)],
        activation.Gradient, Epilogue.Store(new("dx", gradient.Buffer)));

    public override void WriteMethods(SourceWriter writer, Target target)
    {
        int length = shape.Layout.SampleLength;
        bool isBlock = Granularity == Granularity.Block;
        using (Method(writer, $"{summary}: {(isBlock ? $"{NumberText.Counted(shape.Shape.Length, "value")} per sample, a block of samples" : $"{shape.Shape}, one sample")}.", Declaration, single: true))
        using (writer.Loop("i", "0", isBlock ? Offset.Times("count", length) : Literal.Of(length), target.Lanes))
        {
            List<string> loaded = [];
            foreach (Operand input in inputs)
            {
                writer.Line($"Float__ {input.Name}Here = {target.Load(input.Name, "i")};");
                loaded.Add($"{input.Name}Here");
            }

            if (key is not null)
            {
                writer.Line($"Float__ uniform = {Random}.Uniform({Random}.Draw({key.Name}, Vector__.Create((uint)i) + UInt__.Indices));");
                loaded.Add("uniform");
            }

            WriteResults(writer, target, loaded);
        }
    }

    /// <summary>All results, then all stores: memory that is written may be read for others.</summary>
    private void WriteResults(SourceWriter writer, Target target, IReadOnlyList<string> loaded)
    {
        IReadOnlyList<string> results = new ExprWriter(writer, target).Write([.. outputs.Select(output => output.Value)], loaded);
        if (outputs.Count > 1)
        {
            foreach ((ElementwiseOutput output, string result) in outputs.Zip(results, (output, result) => (output, result)))
                writer.Line($"Float__ {output.Destination.Name}Result = {result};");
            results = [.. outputs.Select(output => output.Destination.Name + "Result")];
        }

        foreach ((ElementwiseOutput output, string result) in outputs.Zip(results, (output, result) => (output, result)))
            writer.Line(target.Store(result, output.Destination.Name, "i"));
    }
}
