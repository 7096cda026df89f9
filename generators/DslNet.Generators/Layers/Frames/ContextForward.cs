using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Frames;

/// <summary>y = the last values before a frame, and the frame. Its input begins with the first frame that has some of the values.</summary>
/// <param name="Features">Values of a frame.</param>
/// <param name="Frame">From one frame to the next.</param>
/// <param name="Values">How many values come in front.</param>
/// <param name="PaddedOutputs">Values of y, with the zeros that fill the last vector.</param>
internal sealed record ContextForward(int Features, int Frame, int Values, int PaddedOutputs) : Kernel
{
    public override IReadOnlyList<KernelParameter> Parameters => [new("x"), new("y")];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        int frames = Values / Features, rest = Values % Features, first = rest > 0 ? Frame : 0;
        using (Method(writer, name, $"y = {NumberText.Counted(Values, "value")} before the frame, and its {NumberText.Counted(Features, "value")}.", single: true))
        {
            if (rest > 0)
            {
                using (writer.Loop("i", rest, out string i))
                    writer.Line($"Place__.Add(ref y, {i}) = Place__.Add(ref x, {Offset.Of(i, Features - rest)});");
            }

            using (writer.Loop("frame", frames + 1, out string frame))
            using (writer.Loop("i", Features, out string i))
            {
                string to = Offset.Sum(Offset.Times(frame, Features), i, Literal.Of(rest)), from = Offset.Sum(Offset.Times(frame, Frame), i, Literal.Of(first));
                writer.Line($"Place__.Add(ref y, {to}) = Place__.Add(ref x, {from});");
            }

            if (PaddedOutputs > Features + Values)
            {
                using (writer.Loop("i", PaddedOutputs, out string i, first: Features + Values))
                    writer.Line($"Place__.Add(ref y, {i}) = 0;");
            }
        }
    }
}
