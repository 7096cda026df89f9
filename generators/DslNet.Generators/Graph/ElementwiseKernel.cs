using DslNet.Generators.Emission;
using DslNet.Generators.Model;
using DslNet.Generators.Simd;

namespace DslNet.Generators.Graph;

/// <summary>
/// The same computation on every number of some values of one layout, vector by vector. Vectors run over the places of
/// channels that do not exist too: nobody reads what becomes of them, but that gradients keep zeros there.
/// </summary>
internal sealed class ElementwiseKernel(
    string name, string summary, Tensor shape, IReadOnlyList<Operand> inputs, Epilogue epilogue, Func<Target, IReadOnlyList<string>, string> value,
    IReadOnlyList<ScalarArgument>? scalars = null, bool perSample = false) : Operation
{
    public override string Name => name;

    /// <summary>Vectors of a block are one run; images are worked on sample by sample, while they are in the nearest cache.</summary>
    public override Granularity Granularity => perSample || shape.Shape.IsImage ? Granularity.Sample : Granularity.Block;

    // The same memory may come in twice, as a value and in place of the result.
    public override IReadOnlyList<Operand> Operands { get; } = [.. inputs, epilogue.Destination, .. epilogue.Extra];

    public override IReadOnlyList<ScalarArgument> Scalars => scalars ?? [];

    public override void WriteMethods(SourceWriter writer, Target target)
    {
        int length = shape.Layout.SampleLength;
        string end = Granularity == Granularity.Block ? Offset.Times("count", length) : Literal.Of(length);
        using (Method(writer, $"{summary}{epilogue.Phrase}: {(Granularity == Granularity.Block ? $"{NumberText.Counted(shape.Shape.Length, "value")} per sample, a block of samples" : $"{shape.Shape}, one sample")}.", Declaration, single: true))
        using (writer.Loop("i", "0", end, target.Lanes))
        {
            List<string> loaded = [];
            foreach (Operand input in inputs)
            {
                writer.Line($"Float__ {input.Name}Here = {target.Load(input.Name, "i")};");
                loaded.Add($"{input.Name}Here");
            }

            writer.Line($"Float__ result = {value(target, loaded)};");
            epilogue.WriteStore(writer, target, "result", "i");
        }
    }
}
