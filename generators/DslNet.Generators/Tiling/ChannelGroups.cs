using DslNet.CompilerServices;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Tiling;

/// <summary>
/// Work across the channels of one position, or the values of a vector, in groups of eight: one vector of eight lanes or two
/// of four. Sums over channels are kept in eight partial sums whatever the width, and those added as a fixed tree.
/// </summary>
internal static class ChannelGroups
{
    private const int Group = 8, MostUnrolled = 4;
    private const string NoLane = "Float__.Zero";

    /// <summary>Vectors a group takes; the partial sums of a reduction are so many variables.</summary>
    public static int Parts(Target target) => Group / target.Lanes;

    /// <summary>Writes a body for each vector of the channels.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="target">For which instructions.</param>
    /// <param name="channels">Channels that exist.</param>
    /// <param name="write">Given the offset, which part of its group the vector is, and the mask of lanes that exist (null if all do), writes the body.</param>
    public static void Write(SourceWriter writer, Target target, int channels, Action<string, int, string?> write)
    {
        int full = channels / Group, rest = channels % Group;
        if (full > MostUnrolled)
        {
            using (writer.Loop("i", "0", $"{full * Group}", Group))
            {
                for (int part = 0; part < Parts(target); part++)
                    WriteOne(Offset.Of("i", part * target.Lanes), part, null);
            }
        }
        else
        {
            for (int i = 0; i < full * Group; i += target.Lanes)
                WriteOne(Literal.Of(i), i % Group / target.Lanes, null);
        }

        for (int part = 0; rest > 0 && part < Parts(target); part++)
        {
            int lanes = Math.Min(Math.Max(rest - part * target.Lanes, 0), target.Lanes);
            WriteOne(Literal.Of(full * Group + part * target.Lanes), part, lanes == target.Lanes ? null : Mask(lanes));
        }

        // Many channels are rounded up further than to a group.
        for (int i = (channels + Group - 1) / Group * Group; i < PanelWidth.RoundUp(channels); i += target.Lanes)
            WriteOne(Literal.Of(i), i % Group / target.Lanes, NoLane);

        void WriteOne(string offset, int part, string? mask)
        {
            using (writer.Block())
                write(offset, part, mask);
        }
    }

    /// <summary>Declares the partial sums of a reduction, one variable per part.</summary>
    public static void Declare(SourceWriter writer, Target target, string name, string start)
    {
        writer.Line($"Float__ {string.Join(", ", Enumerable.Range(0, Parts(target)).Select(part => $"{name}{part} = {start}"))};");
    }

    /// <summary>The partial sums (or maxima) as arguments of the library's fixed trees.</summary>
    public static string Reduce(Target target, string function, string name) =>
        $"Horizontal__.{function}({string.Join(", ", Enumerable.Range(0, Parts(target)).Select(part => name + part))})";

    /// <summary>Whether no lane of a vector exists.</summary>
    public static bool IsEmpty(string? mask) => mask == NoLane;

    /// <summary>value where a lane exists, otherwise the other.</summary>
    public static string Masked(Target target, string? mask, string value, string otherwise) =>
        mask is null ? value : mask == NoLane ? otherwise : target.Select(mask, value, otherwise);

    /// <summary>The mask of the first lanes of a vector.</summary>
    public static string Mask(int lanes) =>
        lanes == 0 ? NoLane : $"Lanes__.Mask({lanes})";
}
