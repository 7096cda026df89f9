using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Frames;

/// <summary>∂x[i] = Σ ∂y of the frame, and of the frames behind it that have the value in front.</summary>
/// <param name="Features">Values of a frame.</param>
/// <param name="PaddedFeatures">The same with the zeros that fill the last vector.</param>
/// <param name="Values">How many values come in front of a frame.</param>
/// <param name="Frame">From one frame of ∂y to the next.</param>
/// <param name="Accumulate">Whether to add to what is there.</param>
internal sealed record ContextGradient(int Features, int PaddedFeatures, int Values, int Frame, bool Accumulate) : Kernel
{
    public override IReadOnlyList<KernelParameter> Parameters => [new("dy"), new("dx")];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        string added = Accumulate ? ", added to what is there" : "";
        using (Method(writer, name, $"∂x[i] = Σ ∂y[t + frame] over the frames that have the value, the current one first{added}: {NumberText.Counted(Features, "value")}, {NumberText.Of(Values)} in front."))
        {
            using (writer.Block($"for (int i = 0; i < {Features}; i++)"))
            {
                writer.Line($"float sum = {(Accumulate ? "Place__.Add(ref dx, i)" : "0")};");
                writer.Line($"int place = i + {Values};");
                using (writer.Block($"for (int frame = 0; place >= 0; frame += {Frame}, place -= {Features})"))
                    writer.Line("sum += Place__.Add(ref dy, frame + place);");
                writer.Line("Place__.Add(ref dx, i) = sum;");
            }

            if (!Accumulate && PaddedFeatures > Features)
            {
                using (writer.Loop("i", PaddedFeatures, out string i, first: Features))
                    writer.Line($"Place__.Add(ref dx, {i}) = 0;");
            }
        }
    }
}
