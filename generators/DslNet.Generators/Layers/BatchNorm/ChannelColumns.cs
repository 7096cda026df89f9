using DslNet.CompilerServices;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.BatchNorm;

/// <summary>
/// A value seen as columns of channels: a few neighbouring vectors of channels at every position, before the next vectors' turn comes. What is the
/// same for all positions stays in registers then. Sums over positions have two partial sums, of the even and of the odd positions.
/// </summary>
/// <param name="Positions">Positions.</param>
/// <param name="Stride">From one position to the next; 0 where there is none.</param>
/// <param name="PaddedChannels">Channels, with those that fill the last vector.</param>
/// <param name="Phrase">For a kernel's comment.</param>
internal readonly record struct ChannelColumns(int Positions, int Stride, int PaddedChannels, Comment Phrase)
{
    private const int MostPartialSums = 2;

    // Of sixteen registers some are for what is computed. Text grows with the vectors of a position.
    private const int MostValuesInRegisters = 12, MostVectors = 16;

    /// <summary>Those of a value that is stored channels-last.</summary>
    public static ChannelColumns Of(Tensor tensor)
    {
        (int positions, int channels) = (tensor.Layout.Positions, tensor.Layout.Channels);
        string phrase = positions == 1 ? NumberText.Counted(channels, "value") : $"{NumberText.Counted(channels, "channel")} at {NumberText.Counted(positions, "position")}";
        return new(positions, tensor.Layout.PositionStep, PanelWidth.RoundUp(channels), phrase);
    }

    private int PartialSums => Math.Min(Positions, MostPartialSums);

    /// <summary>Writes a body for each few vectors of channels, given the first one's offset and how many they are.</summary>
    public void Write(SourceWriter writer, Target target, int vectors, Action<string, int> write)
    {
        int step = vectors * target.Lanes, whole = PaddedChannels / step * step;
        if (whole > 0)
        {
            using (writer.Loop("c", whole, out string c, step))
                write(c, vectors);
        }

        if (whole == PaddedChannels)
            return;
        using (writer.Block())
            write(Literal.Of(whole), (PaddedChannels - whole) / target.Lanes);
    }

    /// <summary>Writes a body for each vector of a column at each position.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="target">For which instructions.</param>
    /// <param name="memory">What has the layout of the value.</param>
    /// <param name="c">The first channel.</param>
    /// <param name="vectors">Vectors.</param>
    /// <param name="write">Given the names of the memory, the offset there, the vector and the partial sum, writes the body.</param>
    public void WritePositions(
        SourceWriter writer, Target target, IReadOnlyList<KernelParameter> memory, string c, int vectors, Action<Func<KernelParameter, string>, string, int, int> write)
    {
        int together = PartialSums, whole = Positions / together * together, stride = Stride;
        using (writer.Block())
        {
            using Walk walk = Walk.Over(
                writer, "position", "0", Literal.Of(whole), together,
                [.. memory.Select(each => new Walk.Step("at" + char.ToUpperInvariant(each.Name[0]) + each.Name.Substring(1), each.Name, together * stride, c))]);
            for (int p = 0; p < together; p++)
                WriteVectors(parameter => walk[IndexOf(parameter)], "0", p, p);
        }

        if (whole < Positions)
            WriteVectors(parameter => parameter.Name, c, whole, 0);

        void WriteVectors(Func<KernelParameter, string> memoryOf, string first, int position, int p)
        {
            for (int v = 0; v < vectors; v++)
            {
                using (writer.Block())
                    write(memoryOf, Offset.Of(first, position * stride + v * target.Lanes), v, p);
            }
        }

        int IndexOf(KernelParameter parameter) => Enumerable.Range(0, memory.Count).First(i => memory[i] == parameter);
    }

    /// <summary>
    /// Writes a body for each vector at each position, where what is the same for all positions is one value for each channel and role. As many
    /// vectors as fit have theirs in registers; if that is not all of them, each is loaded where it is used, so that a position is read from end to
    /// end: the lines of memory come in the order in which they are stored, which matters more than a load from the first-level cache.
    /// </summary>
    /// <param name="writer">Where to.</param>
    /// <param name="target">For which instructions.</param>
    /// <param name="memory">What has the layout of the value.</param>
    /// <param name="roles">The names of the memory that has a value for each channel.</param>
    /// <param name="write">Given the names of the memory, the offset there, and the vector of a role, writes the body.</param>
    public void WriteEach(
        SourceWriter writer, Target target, IReadOnlyList<KernelParameter> memory, IReadOnlyList<string> roles, Action<Func<KernelParameter, string>, string, Func<string, string>> write)
    {
        int vectors = PaddedChannels / target.Lanes;
        bool inRegisters = Positions == 1 || vectors * roles.Count <= MostValuesInRegisters;
        ChannelColumns columns = this;
        Write(writer, target, inRegisters ? Math.Min(vectors, MostValuesInRegisters / roles.Count) : Math.Min(vectors, MostVectors), (c, some) =>
        {
            foreach (string role in inRegisters ? roles : [])
                writer.Lines(target.Declare(role + "Of", [.. Enumerable.Range(0, some).Select(v => target.Load(role, Offset.Of(c, v * target.Lanes)))]));
            columns.WritePositions(writer, target, memory, c, some, (memoryOf, at, v, _) =>
                write(memoryOf, at, role => inRegisters ? $"{role}Of{v}" : target.Load(role, Offset.Of(c, v * target.Lanes))));
        });
    }

    /// <summary>Declares the partial sums of some vectors.</summary>
    public void Declare(SourceWriter writer, string name, int vectors)
    {
        int sums = PartialSums;
        writer.Line($"Float__ {string.Join(", ", from v in Enumerable.Range(0, vectors) from p in Enumerable.Range(0, sums) select $"{Partial(name, v, p)} = Float__.Zero")};");
    }

    /// <summary>A partial sum.</summary>
    public static string Partial(string name, int vector, int partialSum) => $"{name}{Literal.Of(vector)}_{Literal.Of(partialSum)}";

    /// <summary>The sum of a vector.</summary>
    public string Total(string name, int vector) => string.Join(" + ", Enumerable.Range(0, PartialSums).Select(p => Partial(name, vector, p)));
}
