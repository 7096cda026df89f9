using DslNet.CompilerServices;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Normalization;

/// <summary>
/// What is normalized: the rows of a sample, each of which has statistics of its own. A row is the channels of one position, or those of all
/// positions. It is summed in up to four partial sums of eight lanes: of one position, eight channels by turns go into each; of several positions,
/// panel after panel, a sum has eight channels of the even or of the odd positions.
/// </summary>
/// <param name="Rows">How many there are.</param>
/// <param name="Positions">Positions of a row.</param>
/// <param name="Stride">From one position to the next, of a row or of the next; 0 where there is none.</param>
/// <param name="Channels">Channels of a position.</param>
internal readonly record struct NormRows(int Rows, int Positions, int Stride, int Channels)
{
    private const int Group = 8, MostSums = 4, PositionsTogether = 2;

    /// <summary>The rows of a value that is stored channels-last.</summary>
    public static NormRows Of(Tensor tensor, bool perPosition) => perPosition
        ? new(tensor.Layout.Positions, 1, tensor.Layout.PositionStep, tensor.Layout.Channels)
        : new(1, tensor.Layout.Positions, tensor.Layout.PositionStep, tensor.Layout.Channels);

    /// <summary>What is kept of a row for its gradient: the mean, if there is one, and what its values are multiplied by.</summary>
    public static int StatisticsOf(bool isCentered) => isCentered ? 2 : 1;

    /// <summary>Values of a row, as C# writes it.</summary>
    public string Count => Literal.Of((float)Positions * Channels);

    /// <summary>For a kernel's comment.</summary>
    public string Phrase => Positions > 1 ? $"{NumberText.Counted(Channels, "channel")} at {NumberText.Counted(Positions, "position")} together"
        : Rows > 1 ? $"{NumberText.Counted(Channels, "channel")} at each of {NumberText.Counted(Rows, "position")}"
        : NumberText.Counted(Channels, "value");

    private int PaddedChannels => PanelWidth.RoundUp(Channels);

    private int GroupsOfPanel => Math.Min(PaddedChannels, PanelWidth.Full) / Group;

    private int Sums => Positions == 1 ? Math.Min(MostSums, (Channels + Group - 1) / Group) : GroupsOfPanel * Math.Min(Positions, PositionsTogether);

    /// <summary>Declares the partial sums of a row.</summary>
    public void Declare(SourceWriter writer, Target target, string name) =>
        writer.Line($"Float__ {string.Join(", ", from sum in Enumerable.Range(0, Sums) from part in Enumerable.Range(0, ChannelGroups.Parts(target)) select $"{Sum(name, sum, part)} = Float__.Zero")};");

    /// <summary>The partial sum that a vector belongs to.</summary>
    public static string Sum(string name, NormVector vector) => Sum(name, vector.Sum, vector.Part);

    /// <summary>The mean of a row, of its partial sums.</summary>
    public string Mean(Target target, string name)
    {
        int sums = Sums;
        return $"Horizontal__.Sum({string.Join(", ", Enumerable.Range(0, ChannelGroups.Parts(target)).Select(Tree))}) / {Count}";

        string Tree(int part)
        {
            string[] all = [.. Enumerable.Range(0, sums).Select(sum => Sum(name, sum, part))];
            return all.Length > 2 ? $"({all[0]} + {all[1]}) + {(all.Length == 4 ? $"({all[2]} + {all[3]})" : all[2])}" : string.Join(" + ", all);
        }
    }

    /// <summary>Writes a body for each vector of a row.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="target">For which instructions.</param>
    /// <param name="padding">Whether for vectors too of which no channel exists.</param>
    /// <param name="write">Writes the body.</param>
    public void Write(SourceWriter writer, Target target, bool padding, Action<NormVector> write)
    {
        if (Positions == 1)
            WritePosition(writer, target, padding, write);
        else
            WritePanels(writer, target, padding, write);
    }

    private void WritePosition(SourceWriter writer, Target target, bool padding, Action<NormVector> write)
    {
        const int together = MostSums * Group;
        int whole = Channels / together * together;
        if (whole > 0)
        {
            using (writer.Loop("c", whole, out string c, together))
            {
                for (int sum = 0; sum < MostSums; sum++)
                    WriteGroup(writer, target, (c, sum * Group), (c, sum * Group), sum, Group, padding, write);
            }
        }

        for (int first = whole; first < PaddedChannels; first += Group)
            WriteGroup(writer, target, ("", first), ("", first), (first - whole) / Group % MostSums, Channels - first, padding, write);
    }

    private void WritePanels(SourceWriter writer, Target target, bool padding, Action<NormVector> write)
    {
        NormRows rows = this;
        int whole = Channels / PanelWidth.Full * PanelWidth.Full;
        if (whole > 0)
        {
            using (writer.Loop("panel", whole, out string panel, PanelWidth.Full))
                WritePanel(panel, PanelWidth.Full, PanelWidth.Full);
        }

        if (Channels > whole)
        {
            using (writer.Block())
                WritePanel(Literal.Of(whole), PanelWidth.At(whole, PaddedChannels), Channels - whole);
        }

        void WritePanel(string panel, int width, int channels)
        {
            string parameters = Offset.Times(panel, rows.Positions);
            int even = rows.Positions / PositionsTogether * PositionsTogether;
            using (writer.Loop("position", even, out string position, PositionsTogether))
            {
                for (int p = 0; p < PositionsTogether; p++)
                    WriteAt(position, p);
            }

            if (rows.Positions > even)
                WriteAt(Literal.Of(even), 0);

            void WriteAt(string position, int more)
            {
                for (int group = 0; group < width / Group; group++)
                {
                    WriteGroup(
                        writer, target,
                        (Offset.Sum(Offset.Times(position, rows.Stride), panel), more * rows.Stride + group * Group),
                        (Offset.Sum(parameters, Offset.Times(position, width)), more * width + group * Group),
                        more * rows.GroupsOfPanel + group, channels - group * Group, padding, write);
                }
            }
        }
    }

    /// <summary>The vectors of eight channels.</summary>
    private static void WriteGroup(
        SourceWriter writer, Target target, (string From, int By) value, (string From, int By) parameter, int sum, int channels, bool padding, Action<NormVector> write)
    {
        for (int part = 0; part < ChannelGroups.Parts(target); part++)
        {
            int first = part * target.Lanes, lanes = Math.Min(Math.Max(channels - first, 0), target.Lanes);
            if (lanes == 0 && !padding)
                continue;
            string? mask = lanes == target.Lanes ? null : ChannelGroups.Mask(lanes);
            using (writer.Block())
                write(new(Offset.Sum(value.From, Literal.Of(value.By + first)), Offset.Sum(parameter.From, Literal.Of(parameter.By + first)), sum, part, mask));
        }
    }

    private static string Sum(string name, int sum, int part) => name + Literal.Of(sum) + Literal.Of(part);
}
