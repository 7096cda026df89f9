using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Normalization;

/// <summary>
/// y = (x − m)·s·w + b with m the mean of a row and s = 1/√(mean of (x − m)² + ε); or with m = 0. The mean is known before differences from it are
/// squared, so that no digits of a small variance beside a large mean are lost. m and s are kept for the gradient.
/// </summary>
/// <param name="Rows">x and y, which are stored alike.</param>
/// <param name="IsCentered">Whether m is the mean; else it is zero.</param>
/// <param name="Epsilon">ε.</param>
/// <param name="HasWeight">Whether there is a w.</param>
/// <param name="HasBias">Whether there is a b.</param>
/// <param name="Epilogue">What becomes of y.</param>
internal sealed record NormForward(NormRows Rows, bool IsCentered, float Epsilon, bool HasWeight, bool HasBias, Epilogue Epilogue) : Kernel
{
    public override IReadOnlyList<KernelParameter> Parameters =>
    [
        new("x"), .. HasWeight ? [new("w")] : Array.Empty<KernelParameter>(), .. HasBias ? [new("b")] : Array.Empty<KernelParameter>(),
        Epilogue.Destination, .. Epilogue.Extra, new("statistics"),
    ];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        string difference = IsCentered ? "(x − m)" : "x";
        string summary = $"y = {difference}·s{(HasWeight ? "·w" : "")}{(HasBias ? " + b" : "")}, s = 1/√(mean of {difference}² + ε){(IsCentered ? ", m = mean of x" : "")}{Epilogue.Phrase}";
        using (Method(writer, name, $"{summary}: {Rows.Phrase}."))
        using (writer.Loop("row", Rows.Rows, out string row))
        {
            string at = Offset.Times(row, Rows.Stride), x = Offset.Declare(writer, "rowX", "x", at);
            Func<KernelParameter, string> memory = Epilogue.WriteTile(writer, at);
            int statistics = NormRows.StatisticsOf(IsCentered);
            if (IsCentered)
                WriteMean(writer, target, x, Offset.Times(row, statistics));
            WriteScale(writer, target, x, Offset.Sum(Offset.Times(row, statistics), Literal.Of(statistics - 1)));
            Rows.Write(writer, target, padding: true, vector =>
                Epilogue.WriteStore(writer, target, Value(target, $"{(IsCentered ? $"({Difference(target, x, vector)})" : Difference(target, x, vector))} * scales", vector), memory, vector.Offset));
        }
    }

    private void WriteMean(SourceWriter writer, Target target, string x, string statistics)
    {
        Rows.Declare(writer, target, "sum");
        Rows.Write(writer, target, padding: false, vector =>
            writer.Line($"{NormRows.Sum("sum", vector)} += {ChannelGroups.Masked(target, vector.Mask, target.Load(x, vector.Offset), "Float__.Zero")};"));
        writer.Line($"float mean = {Rows.Mean(target, "sum")};");
        writer.Line("Float__ means = Lanes__.Fill(mean);");
        writer.Line($"Place__.Add(ref statistics, {statistics}) = mean;");
    }

    private void WriteScale(SourceWriter writer, Target target, string x, string statistics)
    {
        Rows.Declare(writer, target, "square");
        Rows.Write(writer, target, padding: false, vector =>
        {
            string square = NormRows.Sum("square", vector);
            writer.Line($"Float__ difference = {ChannelGroups.Masked(target, vector.Mask, Difference(target, x, vector), "Float__.Zero")};");
            writer.Line($"{square} = Lanes__.MultiplyAdd(difference, difference, {square});");
        });
        writer.Line($"float scale = 1f / global::System.MathF.Sqrt({Rows.Mean(target, "square")} + {Literal.Of(Epsilon)});");
        writer.Line("Float__ scales = Lanes__.Fill(scale);");
        writer.Line($"Place__.Add(ref statistics, {statistics}) = scale;");
    }

    private string Difference(Target target, string x, NormVector vector) => IsCentered ? $"{target.Load(x, vector.Offset)} - means" : target.Load(x, vector.Offset);

    private string Value(Target target, string normalized, NormVector vector)
    {
        if (!HasWeight)
            return normalized;
        string weight = target.Load("w", vector.Parameter);
        return HasBias ? $"Lanes__.MultiplyAdd({normalized}, {weight}, {target.Load("b", vector.Parameter)})" : $"{normalized} * {weight}";
    }
}
