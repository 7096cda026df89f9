using DslNet.Generators.Expressions;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Operations;

/// <summary>Stores one frame behind those that are kept of it, channel by channel, and rounds it so that no value is denormal; or takes one out of them.</summary>
/// <param name="Channels">Channels.</param>
/// <param name="Row">From one channel of what is kept to the next.</param>
/// <param name="Padded">Values of the frame, with zeros behind.</param>
/// <param name="Gathers">Whether the frame is taken out.</param>
internal sealed record LaneScatter(int Channels, int Row, int Padded, bool Gathers) : Kernel
{
    public override IReadOnlyList<KernelParameter> Parameters => [new("source"), new("destination")];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"One frame of {NumberText.Counted(Channels, "channel")} {(Gathers ? "out of" : "behind")} those that are kept.", single: true))
        {
            for (int lane = 0; !Gathers && lane < Padded; lane += target.Lanes)
            {
                string value = target.Load("source", Literal.Of(lane)), grid = target.Constant(Settled.Grid);
                writer.Line(target.Store($"({value} + {grid}) - {grid}", "source", Literal.Of(lane)));
            }

            for (int channel = 0; channel < Channels; channel++)
            {
                string kept = Literal.Of(channel * Row), frame = Literal.Of(channel);
                writer.Line($"Place__.Add(ref destination, {(Gathers ? frame : kept)}) = Place__.Add(ref source, {(Gathers ? kept : frame)});");
            }

            for (int channel = Channels; Gathers && channel < Padded; channel++)
                writer.Line($"Place__.Add(ref destination, {Literal.Of(channel)}) = 0;");
        }
    }
}
