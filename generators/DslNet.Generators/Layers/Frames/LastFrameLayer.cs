using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Frames;

/// <summary>The last frame of a sequence.</summary>
internal sealed record LastFrameLayer : FrameReductionLayer
{
    public static LayerSpec Read(IDeclaredArguments arguments) => new LastFrameLayer();

    public override string Kind => "LastFrame";

    protected override void LowerForward(ForwardContext context, Operand x, Tensor output) =>
        context.Add(OfBlock(context.Name + "Forward", "Last", [x, new("y", output.Buffer)], Frame(output.Layout.SampleLength)));

    protected override void LowerBackward(BackwardContext context, Operand dy, Operand dx, string verb) => context.Add(
        Role.InputGradient, OfBlock(context.Name + "InputGradient", verb + "LastGradient", [dy, dx], Frame(dx.Buffer.Length), new ProgramFact.FramesFollow()));
}
