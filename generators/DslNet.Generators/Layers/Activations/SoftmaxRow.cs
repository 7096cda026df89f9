using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Activations;

/// <summary>What softmax, its logarithm and its cross-entropy share: the exponentials of one row and their sum, safe from overflow.</summary>
internal static class SoftmaxRow
{
    /// <summary>
    /// Writes e^(x − max) of a row to memory, on a condition if there is one, and leaves <c>max</c> and <c>sum</c> as floats.
    /// </summary>
    public static void WriteExponentials(SourceWriter writer, Target target, int channels, string source, string destination, string position, string? condition = null) =>
        WriteSum(writer, target, channels, source, position, offset =>
        {
            if (condition is not null)
                writer.Line(condition);
            writer.Line((condition is null ? "" : "\t") + target.Store("power", destination, offset));
        });

    /// <summary>Leaves the maximum of a row and the sum of e^(x − max) as <c>max</c> and <c>sum</c>, floats.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="target">For which instructions.</param>
    /// <param name="channels">Channels that exist.</param>
    /// <param name="source">The row's array.</param>
    /// <param name="position">Where the row begins.</param>
    /// <param name="use">Given an offset, writes what becomes of <c>power</c>, which is zero where no channel is; null if nothing does.</param>
    public static void WriteSum(SourceWriter writer, Target target, int channels, string source, string position, Action<string>? use = null)
    {
        ChannelGroups.Declare(writer, target, "most", "Lanes__.Fill(float.NegativeInfinity)");
        ChannelGroups.Write(writer, target, channels, (offset, part, mask) =>
        {
            if (!ChannelGroups.IsEmpty(mask))
                writer.Line($"most{part} = {target.Max(ChannelGroups.Masked(target, mask, target.Load(source, Offset.Sum(position, offset)), $"most{part}"), $"most{part}")};");
        });
        writer.Line($"float max = {ChannelGroups.Reduce(target, "Max", "most")};");
        writer.Line("Float__ maxima = Lanes__.Fill(max);");
        ChannelGroups.Declare(writer, target, "total", "Float__.Zero");
        ChannelGroups.Write(writer, target, channels, (offset, part, mask) =>
        {
            if (ChannelGroups.IsEmpty(mask) && use is null)
                return;
            string power = $"Math__.ExpNonPositive({target.Load(source, Offset.Sum(position, offset))} - maxima)";
            writer.Line($"Float__ power = {ChannelGroups.Masked(target, mask, power, "Float__.Zero")};");
            writer.Line($"total{part} += power;");
            use?.Invoke(Offset.Sum(position, offset));
        });
        writer.Line($"float sum = {ChannelGroups.Reduce(target, "Sum", "total")};");
    }
}
