using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Normalization;

/// <summary>
/// y = (x − m)·s·w + b with m the mean of a group and s = 1/√(variance + ε). The mean is known before differences from it are squared. m and s are kept
/// for the gradient, a copy for each channel.
/// </summary>
/// <param name="Groups">What is normalized; x and y are stored alike.</param>
/// <param name="Epsilon">ε.</param>
/// <param name="Affine">Whether there are w and b.</param>
/// <param name="Epilogue">What becomes of y.</param>
internal sealed record ChannelNormForward(NormGroups Groups, float Epsilon, bool Affine, Epilogue Epilogue) : Kernel
{
    public override IReadOnlyList<KernelParameter> Parameters =>
        [new("x"), .. Affine ? [new("w"), new("b")] : Array.Empty<KernelParameter>(), Epilogue.Destination, .. Epilogue.Extra, new("statistics")];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        int second = Groups.Second;
        using (Method(writer, name, $"y = (x − m)·s{(Affine ? "·w + b" : "")}, s = 1/√(mean of (x − m)² + ε), m = mean of x{Epilogue.Phrase}: {Groups.Phrase}."))
        {
            Groups.Write(writer, target, (c, _) =>
            {
                Groups.Declare(writer, "sum");
                Groups.WritePositions(writer, c, (at, p) => writer.Line($"sum{p} += {target.Load("x", at)};"));
                writer.Line(target.Store(Groups.Total("sum"), "statistics", c));
            });
            Groups.WriteMeans(writer, target, "statistics", 0, mean => mean);
            Groups.Write(writer, target, (c, _) =>
            {
                writer.Line($"Float__ means = {target.Load("statistics", c)};");
                Groups.Declare(writer, "square");
                Groups.WritePositions(writer, c, (at, p) =>
                {
                    writer.Line($"Float__ difference = {target.Load("x", at)} - means;");
                    writer.Line($"square{p} = Lanes__.MultiplyAdd(difference, difference, square{p});");
                });
                writer.Line(target.Store(Groups.Total("square"), "statistics", Offset.Of(c, second)));
            });
            Groups.WriteMeans(writer, target, "statistics", second, mean => $"1f / global::System.MathF.Sqrt({mean} + {Literal.Of(Epsilon)})");
            Groups.Write(writer, target, (c, mask) => WriteOutputs(writer, target, c, mask));
        }
    }

    private void WriteOutputs(SourceWriter writer, Target target, string c, string? mask)
    {
        writer.Line($"Float__ means = {target.Load("statistics", c)}, scales = {target.Load("statistics", Offset.Of(c, Groups.Second))};");
        if (Affine)
            writer.Line($"Float__ weights = {target.Load("w", c)}, biases = {target.Load("b", c)};");
        Groups.WritePositions(writer, c, (at, _) =>
        {
            string normalized = $"({target.Load("x", at)} - means) * scales", value = Affine ? $"Lanes__.MultiplyAdd({normalized}, weights, biases)" : normalized;
            Epilogue.WriteStore(writer, target, ChannelGroups.Masked(target, mask, value, "Float__.Zero"), at);
        });
    }
}
