using DslNet.Generators.Expressions;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Operations;

/// <summary>Copies a block between frames in the lanes, channel after channel, and frame after frame.</summary>
/// <param name="Channels">Channels.</param>
/// <param name="Row">From one channel to the next, where frames are in lanes.</param>
/// <param name="Frame">From one frame to the next on the other side.</param>
/// <param name="Zeros">Values behind a frame's on that side that become zero.</param>
/// <param name="ToLanes">Whether the lanes are the destination: then values are rounded, so that none is denormal.</param>
internal sealed record LaneTransfer(int Channels, int Row, int Frame, int Zeros, bool ToLanes) : Kernel
{
    public override bool IsOfBlock => true;

    public override IReadOnlyList<KernelParameter> Parameters => [new("source"), new("destination")];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"A block of frames {(ToLanes ? "into" : "out of")} the lanes: {NumberText.Counted(Channels, "channel")}{(ToLanes ? ", none denormal" : "")}."))
        {
            writer.Line("int t = 0;");

            // The caller's memory ends with the last frame.
            if (Channels == 1 && Frame == 1)
            {
                using (writer.Block($"for (; t + {target.Lanes} <= count; t += {target.Lanes})"))
                {
                    writer.Line($"Float__ value = {target.Load("source", "t")};");
                    writer.Line(target.Store(ToLanes ? $"(value + {target.Constant(Settled.Grid)}) - {target.Constant(Settled.Grid)}" : "value", "destination", "t"));
                }
            }

            using (writer.Block("for (; t < count; t++)"))
            {
                using (writer.Loop("channel", Channels, out string channel))
                {
                    string lane = Offset.Sum(Offset.Times(channel, Row), "t"), frame = Offset.Sum(Offset.Times("t", Frame), channel);
                    string value = $"Place__.Add(ref source, {(ToLanes ? frame : lane)})";
                    writer.Line($"Place__.Add(ref destination, {(ToLanes ? lane : frame)}) = {(ToLanes ? $"({value} + {Literal.Of(Settled.Grid)}) - {Literal.Of(Settled.Grid)}" : value)};");
                }

                if (Zeros > 0)
                {
                    using (writer.Loop("channel", Channels + Zeros, out string zero, first: Channels))
                        writer.Line($"Place__.Add(ref destination, {Offset.Sum(Offset.Times("t", Frame), zero)}) = 0;");
                }
            }
        }
    }
}
