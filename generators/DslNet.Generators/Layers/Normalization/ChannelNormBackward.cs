using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Normalization;

/// <summary>
/// ∂x = s·(∂y·w − mean of ∂y·w − n·mean of ∂y·w·n) with n = (x − m)·s and the means over a group; ∂w += Σ ∂y·n and ∂b += Σ ∂y over the positions of each
/// channel, which w times are the terms of the means.
/// </summary>
/// <param name="Groups">What is normalized; x, ∂y and ∂x are stored alike.</param>
/// <param name="Affine">Whether there are w and b.</param>
/// <param name="Epilogue">What becomes of ∂x; null where nobody wants it.</param>
internal sealed record ChannelNormBackward(NormGroups Groups, bool Affine, Epilogue? Epilogue) : Kernel
{
    public override IReadOnlyList<KernelParameter> Parameters =>
    [
        new("x"), new("statistics"), .. Affine && Epilogue is not null ? [new("w")] : Array.Empty<KernelParameter>(), new("dy"),
        .. Epilogue is null ? Array.Empty<KernelParameter>() : [Epilogue.Destination, .. Epilogue.Extra, new("sums")],
        .. Affine ? [new("dw"), new("db")] : Array.Empty<KernelParameter>(),
    ];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        string gradient = Affine ? "∂y·w" : "∂y", input = Epilogue is null ? "" : $"∂x = s·(g − mean of g − n·mean of g·n), g = {gradient}{Epilogue.Phrase}";
        string summary = string.Join(", and ", new[] { input, Affine ? "∂w += Σ ∂y·n, ∂b += Σ ∂y" : "" }.Where(part => part.Length > 0));
        using (Method(writer, name, $"{summary}, n = (x − m)·s: {Groups.Phrase}."))
        {
            Groups.Write(writer, target, (c, mask) => WriteSums(writer, target, c, mask));
            if (Epilogue is null)
                return;
            Groups.WriteMeans(writer, target, "sums", 0, mean => mean);
            Groups.WriteMeans(writer, target, "sums", Groups.Second, mean => $"-({mean})");
            Groups.Write(writer, target, (c, mask) => WriteInputGradient(writer, target, c, mask, Epilogue));
        }
    }

    private void WriteSums(SourceWriter writer, Target target, string c, string? mask)
    {
        WriteStatistics(writer, target, c);
        Groups.Declare(writer, "sum");
        Groups.Declare(writer, "product");
        Groups.WritePositions(writer, c, (at, p) =>
        {
            writer.Line($"Float__ gradient = {ChannelGroups.Masked(target, mask, target.Load("dy", at), "Float__.Zero")};");
            writer.Line($"Float__ normalized = {ChannelGroups.Masked(target, mask, $"({target.Load("x", at)} - means) * scales", "Float__.Zero")};");
            writer.Line($"sum{p} += gradient;");
            writer.Line($"product{p} = Lanes__.MultiplyAdd(gradient, normalized, product{p});");
        });
        writer.Line($"Float__ gradients = {Groups.Total("sum")}, products = {Groups.Total("product")};");
        if (Affine)
        {
            writer.Line(target.Store(StoreMethod.Add, ["products"], "", "dw", c));
            writer.Line(target.Store(StoreMethod.Add, ["gradients"], "", "db", c));
        }

        if (Epilogue is null)
            return;
        if (Affine)
            writer.Line($"Float__ weights = {target.Load("w", c)};");
        string times = Affine ? " * weights" : "";
        writer.Line(target.Store("gradients" + times, "sums", c));
        writer.Line(target.Store("products" + times, "sums", Offset.Of(c, Groups.Second)));
    }

    private void WriteInputGradient(SourceWriter writer, Target target, string c, string? mask, Epilogue epilogue)
    {
        WriteStatistics(writer, target, c);
        writer.Line($"Float__ offsets = {target.Load("sums", c)}, slopes = {target.Load("sums", Offset.Of(c, Groups.Second))};");
        if (Affine)
            writer.Line($"Float__ weights = {target.Load("w", c)};");
        Groups.WritePositions(writer, c, (at, _) =>
        {
            writer.Line($"Float__ normalized = ({target.Load("x", at)} - means) * scales;");
            string share = $"scales * Lanes__.MultiplyAdd(normalized, slopes, {target.Load("dy", at)}{(Affine ? " * weights" : "")} - offsets)";
            writer.Line($"Float__ share = {ChannelGroups.Masked(target, mask, share, "Float__.Zero")};");
            epilogue.WriteStore(writer, target, "share", at);
        });
    }

    private void WriteStatistics(SourceWriter writer, Target target, string c) =>
        writer.Line($"Float__ means = {target.Load("statistics", c)}, scales = {target.Load("statistics", Offset.Of(c, Groups.Second))};");
}
