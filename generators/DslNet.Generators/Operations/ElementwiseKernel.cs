using DslNet.Generators.Expressions;
using DslNet.Generators.Model;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Operations;

/// <summary>
/// The same arithmetic on every value of some tensors of one layout, vector by vector. Padding channels are processed too: their values are
/// never read, and their gradients stay zero.
/// </summary>
/// <param name="Summary">For its comment, what it computes.</param>
/// <param name="Length">Floats of a sample.</param>
/// <param name="IsOfBlock">Whether a call does a block of samples.</param>
/// <param name="Inputs">What it reads. Expressions have them as inputs, in this order.</param>
/// <param name="Outputs">What it computes of that, and where that goes: memory that it reads as well, if need be.</param>
/// <param name="IsRandom">Whether expressions have one more input: uniform random numbers in [0, 1), one for each value.</param>
internal sealed record ElementwiseKernel(
    Comment Summary, int Length, bool IsOfBlock, EquatableArray<KernelParameter> Inputs, EquatableArray<ElementwiseOutput> Outputs, bool IsRandom = false) : Kernel
{
    private const string Random = "global::DslNet.Numerics.CounterRandom";

    // The key of the random numbers' generator.
    private static readonly KernelParameter s_key = new("key", "ulong");

    public override bool IsOfBlock { get; } = IsOfBlock;

    /// <summary>Whether it is what a recurrent layer does for one frame after another: so often that wide vectors are worth their text.</summary>
    public bool IsOfCell { get; init; }

    protected override bool GainsFrom(Target target) =>
        IsOfCell && !target.GainsByRegisters && Length % target.Lanes == 0 && Outputs.All(output => output.Value.FitsSixteenLanes);

    // The same memory may come in twice, as a value and in place of the result.
    public override IReadOnlyList<KernelParameter> Parameters => [.. Inputs.Concat(Outputs.Select(output => output.Destination)).Distinct()];

    public override IReadOnlyList<KernelParameter> Scalars => IsRandom ? [s_key] : [];

    /// <summary>An operation with one result, which goes to a sink.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="summary">For its comment, what it computes.</param>
    /// <param name="shape">A tensor of the layout of all.</param>
    /// <param name="inputs">What the value is computed from.</param>
    /// <param name="value">The value, of these inputs, and of the random number if there is a key.</param>
    /// <param name="sink">What becomes of it.</param>
    /// <param name="key">The key of the random numbers, if there are any.</param>
    public static Operation Of(
        string name, string summary, Tensor shape, IReadOnlyList<Operand> inputs, Expr value, Sink sink, ProgramFact.RandomKey? key = null)
    {
        Epilogue epilogue = sink.Epilogue;
        IEnumerable<Expr.Input> own = Enumerable.Range(0, inputs.Count).Select(i => new Expr.Input(i));
        IEnumerable<Expr.Input> read = Enumerable.Range(inputs.Count, epilogue.Reads.Count).Select(i => new Expr.Input(i));
        Expr.Input random = new(inputs.Count + epilogue.Reads.Count);
        Expr finished = value.WithInputs([.. own, random]);

        // Vectors of a block are one run; images are worked on sample by sample, while they are in L1. Keys differ from sample to sample.
        bool isOfBlock = key is null && shape.Shape.SpatialRank == 0;
        string samples = isOfBlock ? $"{NumberText.Counted(shape.Shape.Length, "value")} per sample, a block of samples" : $"{shape.Shape}, one sample";
        ElementwiseKernel kernel = new(
            $"{summary}{epilogue.Phrase}: {samples}", shape.Layout.SampleLength, isOfBlock,
            inputs.Select(input => input.Parameter).Concat(epilogue.Reads).ToEquatableArray(),
            new([new ElementwiseOutput(epilogue.Value.WithInputs([finished, .. read]), epilogue.Destination)]), key is not null);
        return new(name, kernel, inputs.Concat(sink.Reads).Append(sink.Destination).Distinct(), key is null ? [] : [key]);
    }

    /// <summary>Turns a layer's output into that of the activation behind it, where that is.</summary>
    public static Operation InPlace(string name, Elementwise activation, Tensor output) =>
        Of(name, $"y = {activation.Kind}(x), in place", output, [new("x", output.Buffer)], activation.Value, Sink.Store(new("y", output.Buffer)));

    /// <summary>Turns the gradient of a fused activation's output into that of its input, where no other kernel did on its way.</summary>
    public static Operation GradientInPlace(string name, Elementwise activation, Tensor output, Tensor gradient) => Of(
        name, $"∂x = ∂y · {activation.Kind}′, in place", output, [new("gradient", gradient.Buffer), new("y", output.Buffer)],
        activation.Gradient, Sink.Store(new("dx", gradient.Buffer)));

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"{Summary}.", single: true))
        using (writer.Loop("i", "0", IsOfBlock ? Offset.Times("count", Length) : Literal.Of(Length), target.Lanes))
        {
            List<string> loaded = [];
            foreach (KernelParameter input in Inputs)
            {
                writer.Line($"Float__ {input.Name}Here = {target.Load(input.Name, "i")};");
                loaded.Add($"{input.Name}Here");
            }

            if (IsRandom)
            {
                writer.Line($"Float__ uniform = {Random}.Uniform({Random}.Draw({s_key.Name}, Vector__.Create((uint)i) + UInt__.Indices));");
                loaded.Add("uniform");
            }

            WriteResults(writer, target, loaded);
        }
    }

    /// <summary>All results, then all stores: memory that is written may be read for others.</summary>
    private void WriteResults(SourceWriter writer, Target target, IReadOnlyList<string> loaded)
    {
        IReadOnlyList<string> results = new ExprWriter(writer, target).Write([.. Outputs.Select(output => output.Value)], loaded);
        if (Outputs.Count > 1)
        {
            foreach ((ElementwiseOutput output, string result) in Outputs.Zip(results, (output, result) => (output, result)))
                writer.Line($"Float__ {output.Destination.Name}Result = {result};");
            results = [.. Outputs.Select(output => output.Destination.Name + "Result")];
        }

        foreach ((ElementwiseOutput output, string result) in Outputs.Zip(results, (output, result) => (output, result)))
            writer.Line(target.Store(result, output.Destination.Name, "i"));
    }
}
