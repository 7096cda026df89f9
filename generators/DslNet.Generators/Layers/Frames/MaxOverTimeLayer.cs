using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Frames;

/// <summary>The largest of each value over the frames of a sequence. Its gradient goes to the frame that it is of.</summary>
internal sealed record MaxOverTimeLayer : FrameReductionLayer
{
    public static LayerSpec Read(IDeclaredArguments arguments) => new MaxOverTimeLayer();

    public override string Kind => "MaxOverTime";

    protected override void LowerForward(ForwardContext context, Operand x, Tensor output)
    {
        ProgramFact frame = Frame(output.Layout.SampleLength), first = new ProgramFact.FirstFrame();
        Operand y = new("y", output.Buffer);
        context.Add(context.IsTraining
            ? OfBlock(context.Name + "ForwardAndIndices", "MaxAndIndices", [x, y, Indices(context.KeptForSequence, output.Layout.SampleLength)], frame, first)
            : OfBlock(context.Name + "Forward", "Max", [x, y], frame, first));
    }

    protected override void LowerBackward(BackwardContext context, Operand dy, Operand dx, string verb) => context.Add(
        Role.InputGradient,
        OfBlock(
            context.Name + "InputGradient", verb + "MaxGradient", [dy, Indices(context.KeptForSequence, dx.Buffer.Length), dx], Frame(dx.Buffer.Length),
            new ProgramFact.FirstFrame()));

    private static Operand Indices(Func<string, int, Buffer> kept, int length) => new("indices", kept("Indices", length));
}
