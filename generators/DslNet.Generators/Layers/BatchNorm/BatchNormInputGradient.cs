using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.BatchNorm;

/// <summary>∂x = ∂y·a + x·p + q: a gradient through the scale itself, less what all samples have in common through mean and variance.</summary>
/// <param name="Columns">x, ∂y and ∂x, which are stored alike.</param>
/// <param name="Epilogue">What becomes of ∂x.</param>
internal sealed record BatchNormInputGradient(ChannelColumns Columns, Epilogue Epilogue) : Kernel
{
    private static readonly string[] s_coefficients = ["scale", "slope", "offset"];

    private static readonly KernelParameter s_x = new("x"), s_dy = new("dy");

    public override IReadOnlyList<KernelParameter> Parameters =>
        [s_x, .. s_coefficients.Select(each => new KernelParameter(each)), s_dy, Epilogue.Destination, .. Epilogue.Extra];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        KernelParameter[] memory = [.. new[] { s_x, s_dy, Epilogue.Destination }.Concat(Epilogue.Extra).Distinct()];
        using (Method(writer, name, $"∂x = ∂y·scale + x·slope + offset{Epilogue.Phrase}: {Columns.Phrase}."))
        {
            Columns.WriteEach(writer, target, memory, s_coefficients, (memoryOf, at, of) =>
            {
                writer.Line($"Float__ common = Lanes__.MultiplyAdd({target.Load(memoryOf(s_x), at)}, {of("slope")}, {of("offset")});");
                Epilogue.WriteStore(writer, target, $"Lanes__.MultiplyAdd({target.Load(memoryOf(s_dy), at)}, {of("scale")}, common)", memoryOf, at);
            });
        }
    }
}
