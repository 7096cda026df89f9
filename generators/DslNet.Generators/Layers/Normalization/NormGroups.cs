using DslNet.CompilerServices;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Normalization;

/// <summary>
/// Groups of channels that are normalized together, over all positions. Vectors run over channels: a sum over positions is kept for each channel, in
/// four partial sums by position mod 4, and the sums of a group's channels are added afterwards, in their order or, of whole vectors of eight,
/// in eight partial sums.
/// </summary>
/// <param name="Positions">Positions.</param>
/// <param name="Stride">From one position to the next; 0 where there is none.</param>
/// <param name="Channels">Channels of a position.</param>
/// <param name="Size">Channels of a group.</param>
internal readonly record struct NormGroups(int Positions, int Stride, int Channels, int Size)
{
    private const int Group = 8;

    /// <summary>The groups of a value that is stored channels-last.</summary>
    public static NormGroups Of(Tensor tensor, int size) => new(tensor.Layout.Positions, tensor.Layout.PositionStep, tensor.Layout.Channels, size);

    /// <summary>Two values for each channel.</summary>
    public int StatisticsLength => 2 * PaddedChannels;

    /// <summary>Where the second value of the first channel is.</summary>
    public int Second => PaddedChannels;

    /// <summary>For a kernel's comment.</summary>
    public string Phrase => $"{NumberText.Counted(Channels, "channel")} at {NumberText.Counted(Positions, "position")}, {(Size == 1 ? "each" : $"{NumberText.Of(Size)} at a time")}";

    private int PaddedChannels => PanelWidth.RoundUp(Channels);

    private int PartialSums => Math.Min(Positions, Summation.PositionPartialSums);

    /// <summary>Writes a body for each vector of channels, given its offset and the mask of channels that exist.</summary>
    public void Write(SourceWriter writer, Target target, Action<string, string?> write)
    {
        int whole = Channels / target.Lanes * target.Lanes;
        if (whole > 0)
        {
            using (writer.Loop("c", whole, out string c, target.Lanes))
                write(c, null);
        }

        for (int first = whole; first < PaddedChannels; first += target.Lanes)
        {
            using (writer.Block())
                write(Literal.Of(first), ChannelGroups.Mask(Math.Max(Channels - first, 0)));
        }
    }

    /// <summary>Writes a body for each position, given the offset of a vector of channels there and the partial sum that it belongs to.</summary>
    public void WritePositions(SourceWriter writer, string c, Action<string, int> write)
    {
        int sums = PartialSums, whole = Positions / sums * sums;
        using (writer.Loop("position", whole, out string position, sums))
        {
            string at = Offset.Sum(Offset.Times(position, Stride), c);
            for (int p = 0; p < sums; p++)
            {
                using (writer.Block())
                    write(Offset.Sum(at, Literal.Of(p * Stride)), p);
            }
        }

        for (int p = 0; whole + p < Positions; p++)
        {
            using (writer.Block())
                write(Offset.Sum(c, Literal.Of((whole + p) * Stride)), p);
        }
    }

    /// <summary>Declares the partial sums of a vector of channels.</summary>
    public void Declare(SourceWriter writer, string name) =>
        writer.Line($"Float__ {string.Join(", ", Enumerable.Range(0, PartialSums).Select(p => $"{name}{Literal.Of(p)} = Float__.Zero"))};");

    /// <summary>The sum of the partial sums.</summary>
    public string Total(string name)
    {
        string[] all = [.. Enumerable.Range(0, PartialSums).Select(p => name + Literal.Of(p))];
        return all.Length > 2 ? $"({all[0]} + {all[1]}) + {(all.Length == 4 ? $"({all[2]} + {all[3]})" : all[2])}" : string.Join(" + ", all);
    }

    /// <summary>Writes what makes of the sums of a group's channels one value for all of them, in their place.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="target">For which instructions.</param>
    /// <param name="memory">The memory of the sums.</param>
    /// <param name="first">Where in it they begin.</param>
    /// <param name="finish">The value, of the mean over channels and positions, as a float in C#.</param>
    public void WriteMeans(SourceWriter writer, Target target, string memory, int first, Func<string, string> finish)
    {
        string count = Literal.Of((float)Positions * Size);
        using (writer.Loop("group", Channels, out string group, Size))
        {
            if (Size % Group == 0)
                WriteVectors(writer, target, memory, Offset.Of(group, first), total => finish($"{total} / {count}"));
            else
                WriteScalars(writer, memory, Offset.Of(group, first), total => finish($"{total} / {count}"));
        }
    }

    private void WriteVectors(SourceWriter writer, Target target, string memory, string at, Func<string, string> finish)
    {
        ChannelGroups.Declare(writer, target, "total", "Float__.Zero");
        using (writer.Loop("c", Size, out string c, Group))
        {
            for (int part = 0; part < ChannelGroups.Parts(target); part++)
                writer.Line($"total{part} += {target.Load(memory, Offset.Sum(at, c, Literal.Of(part * target.Lanes)))};");
        }

        writer.Line($"Float__ value = Lanes__.Fill({finish(ChannelGroups.Reduce(target, "Sum", "total"))});");
        using (writer.Loop("c", Size, out string to, target.Lanes))
            writer.Line(target.Store("value", memory, Offset.Sum(at, to)));
    }

    private void WriteScalars(SourceWriter writer, string memory, string at, Func<string, string> finish)
    {
        writer.Line("float total = 0f;");
        using (writer.Loop("c", Size, out string c))
            writer.Line($"total += Place__.Add(ref {memory}, {Offset.Sum(at, c)});");
        writer.Line($"float value = {finish("total")};");
        using (writer.Loop("c", Size, out string to))
            writer.Line($"Place__.Add(ref {memory}, {Offset.Sum(at, to)}) = value;");
    }
}
