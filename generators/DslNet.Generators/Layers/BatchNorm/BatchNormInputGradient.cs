using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.BatchNorm;

/// <summary>∂x = ∂y·a + x·p + q: a gradient through the scale itself, less what all samples have in common through mean and variance.</summary>
/// <param name="Columns">x, ∂y and ∂x, which are stored alike.</param>
/// <param name="Epilogue">What becomes of ∂x.</param>
internal sealed record BatchNormInputGradient(ChannelColumns Columns, Epilogue Epilogue) : Kernel
{
    private const int Vectors = 2;

    private static readonly string[] s_coefficients = ["scale", "slope", "offset"];

    private static readonly KernelParameter s_x = new("x"), s_dy = new("dy");

    public override IReadOnlyList<KernelParameter> Parameters =>
        [s_x, .. s_coefficients.Select(each => new KernelParameter(each)), s_dy, Epilogue.Destination, .. Epilogue.Extra];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        KernelParameter[] memory = [.. new[] { s_x, s_dy, Epilogue.Destination }.Concat(Epilogue.Extra).Distinct()];
        using (Method(writer, name, $"∂x = ∂y·scale + x·slope + offset{Epilogue.Phrase}: {Columns.Phrase}."))
        {
            Columns.Write(writer, target, Vectors, (c, vectors) =>
            {
                foreach (string role in s_coefficients)
                    writer.Lines(target.Declare(role + "Of", [.. Enumerable.Range(0, vectors).Select(v => target.Load(role, Offset.Of(c, v * target.Lanes)))]));
                Columns.WritePositions(writer, target, memory, c, vectors, (memoryOf, at, v, _) =>
                {
                    writer.Line($"Float__ common = Lanes__.MultiplyAdd({target.Load(memoryOf(s_x), at)}, slopeOf{v}, offsetOf{v});");
                    Epilogue.WriteStore(writer, target, $"Lanes__.MultiplyAdd({target.Load(memoryOf(s_dy), at)}, scaleOf{v}, common)", memoryOf, at);
                });
            });
        }
    }
}
