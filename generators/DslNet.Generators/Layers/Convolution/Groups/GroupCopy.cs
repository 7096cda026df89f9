using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Convolution.Groups;

/// <summary>
/// Copies the channels of groups at every position of one sample, or adds them: between an image whose channels are neighbours and one where each
/// group begins with a panel of its own. Channels of the destination that do not exist become zero.
/// </summary>
/// <param name="Positions">Positions.</param>
/// <param name="Groups">Groups.</param>
/// <param name="Size">Channels of each.</param>
/// <param name="Source">From one position, and from one group, to the next in the source.</param>
/// <param name="Destination">From one position, and from one group, to the next in the destination.</param>
/// <param name="Accumulate">Whether to add.</param>
internal sealed record GroupCopy(
    int Positions, int Groups, int Size, (int Position, int Group) Source, (int Position, int Group) Destination, bool Accumulate) : Kernel
{
    public override IReadOnlyList<KernelParameter> Parameters => [new("source"), new("destination")];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"{NumberText.Counted(Groups, "group")} of {NumberText.Counted(Size, "channel")} {(Accumulate ? "added" : "copied")} at {NumberText.Counted(Positions, "position")}."))
        using (writer.Loop("position", Positions, out string position))
        {
            using (writer.Loop("group", Groups, out string group))
            {
                string from = Offset.Declare(writer, "from", "source", Offset.Sum(Offset.Times(position, Source.Position), Offset.Times(group, Source.Group)));
                string to = Offset.Declare(writer, "to", "destination", Offset.Sum(Offset.Times(position, Destination.Position), Offset.Times(group, Destination.Group)));
                int whole = Size / target.Lanes * target.Lanes;
                if (whole > 0)
                {
                    using (writer.Loop("channel", whole, out string channel, target.Lanes))
                        writer.Line(target.Store(Accumulate ? StoreMethod.Add : StoreMethod.Plain, [target.Load(from, channel)], "", to, channel));
                }

                for (int rest = whole; rest < Size; rest++)
                    writer.Line($"Place__.Add(ref {to}, {rest}) {(Accumulate ? "+=" : "=")} Place__.Add(ref {from}, {rest});");
                if (!Accumulate)
                    WriteZeros(writer, to, Size, Destination.Group);
            }

            if (!Accumulate)
            {
                string end = Offset.Declare(writer, "end", "destination", Offset.Times(position, Destination.Position));
                WriteZeros(writer, end, Groups * Destination.Group, Destination.Position);
            }
        }
    }

    private static void WriteZeros(SourceWriter writer, string memory, int first, int end)
    {
        for (int place = first; place < end; place++)
            writer.Line($"Place__.Add(ref {memory}, {place}) = 0;");
    }
}
