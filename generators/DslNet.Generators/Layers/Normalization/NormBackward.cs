using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Normalization;

/// <summary>
/// ∂x = s·(g − mean of g − n·mean of g·n) with g = ∂y·w and n = (x − m)·s over each row, where a mean is taken off, and without the mean of g where none
/// is; ∂w += ∂y·n and ∂b += ∂y for each value.
/// </summary>
/// <param name="Rows">x, ∂y and ∂x, which are stored alike.</param>
/// <param name="IsCentered">Whether m is the mean; else it is zero.</param>
/// <param name="HasWeight">Whether there is a w.</param>
/// <param name="HasBias">Whether there is a b.</param>
/// <param name="Epilogue">What becomes of ∂x; null where nobody wants it.</param>
internal sealed record NormBackward(NormRows Rows, bool IsCentered, bool HasWeight, bool HasBias, Epilogue? Epilogue) : Kernel
{
    public override IReadOnlyList<KernelParameter> Parameters =>
    [
        new("x"), new("statistics"), .. HasWeight && Epilogue is not null ? [new("w")] : Array.Empty<KernelParameter>(), new("dy"),
        .. Epilogue is null ? Array.Empty<KernelParameter>() : [Epilogue.Destination, .. Epilogue.Extra],
        .. HasWeight ? [new("dw")] : Array.Empty<KernelParameter>(), .. HasBias ? [new("db")] : Array.Empty<KernelParameter>(),
    ];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"{Summary}: {Rows.Phrase}."))
        using (writer.Loop("row", Rows.Rows, out string row))
        {
            string at = Offset.Times(row, Rows.Stride), x = Offset.Declare(writer, "rowX", "x", at), dy = Offset.Declare(writer, "rowDy", "dy", at);
            Func<KernelParameter, string>? memory = Epilogue?.WriteTile(writer, at);
            int statistics = NormRows.StatisticsOf(IsCentered);
            if (IsCentered)
                writer.Line($"Float__ means = {target.Broadcast("statistics", Offset.Times(row, statistics))};");
            writer.Line($"Float__ scales = {target.Broadcast("statistics", Offset.Sum(Offset.Times(row, statistics), Literal.Of(statistics - 1)))};");
            WriteSums(writer, target, x, dy);
            if (Epilogue is not null)
                WriteInputGradient(writer, target, x, dy, Epilogue, memory!);
        }
    }

    private string Summary
    {
        get
        {
            string gradient = HasWeight ? "∂y·w" : "∂y";
            string input = Epilogue is null ? "" : $"∂x = s·(g {(IsCentered ? "− mean of g " : "")}− n·mean of g·n), g = {gradient}{Epilogue.Phrase}";
            string parameters = HasBias ? "∂w += ∂y·n, ∂b += ∂y" : HasWeight ? "∂w += ∂y·n" : "";
            return $"{string.Join(", and ", new[] { input, parameters }.Where(part => part.Length > 0))}, n = {(IsCentered ? "(x − m)" : "x")}·s";
        }
    }

    /// <summary>The gradients of weight and bias, and the sums that the gradient of the input needs.</summary>
    private void WriteSums(SourceWriter writer, Target target, string x, string dy)
    {
        if (Epilogue is not null)
        {
            if (IsCentered)
                Rows.Declare(writer, target, "sum");
            Rows.Declare(writer, target, "product");
        }

        Rows.Write(writer, target, padding: false, vector =>
        {
            WriteRead(writer, target, x, dy, vector);
            if (HasWeight)
                writer.Line(target.Store(StoreMethod.Add, ["gradient * normalized"], "", "dw", vector.Parameter));
            if (HasBias)
                writer.Line(target.Store(StoreMethod.Add, ["gradient"], "", "db", vector.Parameter));
            if (Epilogue is null)
                return;
            string product = NormRows.Sum("product", vector);
            WriteWeighted(writer, target, vector);
            if (IsCentered)
                writer.Line($"{NormRows.Sum("sum", vector)} += {Weighted};");
            writer.Line($"{product} = Lanes__.MultiplyAdd({Weighted}, normalized, {product});");
        });
    }

    private void WriteInputGradient(SourceWriter writer, Target target, string x, string dy, Epilogue epilogue, Func<KernelParameter, string> memory)
    {
        if (IsCentered)
            writer.Line($"Float__ offsets = Lanes__.Fill({Rows.Mean(target, "sum")});");
        writer.Line($"Float__ slopes = Lanes__.Fill(-({Rows.Mean(target, "product")}));");
        Rows.Write(writer, target, padding: true, vector =>
        {
            if (ChannelGroups.IsEmpty(vector.Mask))
            {
                epilogue.WriteStore(writer, target, "Float__.Zero", memory, vector.Offset);
                return;
            }

            WriteRead(writer, target, x, dy, vector);
            WriteWeighted(writer, target, vector);
            string share = $"scales * Lanes__.MultiplyAdd(normalized, slopes, {(IsCentered ? $"{Weighted} - offsets" : Weighted)})";
            writer.Line($"Float__ share = {ChannelGroups.Masked(target, vector.Mask, share, "Float__.Zero")};");
            epilogue.WriteStore(writer, target, "share", memory, vector.Offset);
        });
    }

    private string Weighted => HasWeight ? "weighted" : "gradient";

    /// <summary>What is behind the last channel counts as zero, whatever is there.</summary>
    private void WriteRead(SourceWriter writer, Target target, string x, string dy, NormVector vector)
    {
        string difference = IsCentered ? $"({target.Load(x, vector.Offset)} - means)" : target.Load(x, vector.Offset);
        writer.Line($"Float__ normalized = {ChannelGroups.Masked(target, vector.Mask, $"{difference} * scales", "Float__.Zero")};");
        writer.Line($"Float__ gradient = {ChannelGroups.Masked(target, vector.Mask, target.Load(dy, vector.Offset), "Float__.Zero")};");
    }

    private void WriteWeighted(SourceWriter writer, Target target, NormVector vector)
    {
        if (HasWeight)
            writer.Line($"Float__ weighted = gradient * {target.Load("w", vector.Parameter)};");
    }
}
