using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Frames;

/// <summary>The mean of each value over the frames of a sequence. The sum is one frame after the other, whatever the blocks, and keeps what rounding takes from it.</summary>
internal sealed record MeanOverTimeLayer : FrameReductionLayer
{
    public static LayerSpec Read(IDeclaredArguments arguments) => new MeanOverTimeLayer();

    public override string Kind => "MeanOverTime";

    protected override void LowerForward(ForwardContext context, Operand x, Tensor output)
    {
        int frame = output.Layout.SampleLength;
        Operand sums = new("sums", context.KeptForSequence("Sums", 2 * frame));
        context.Add(LibraryCall.Of(context.Name + "SumsClear", When.Entering(Level.Sequence), "FloatMemory.Clear", [sums], ("length", 2 * frame)));
        context.Add(OfBlock(context.Name + "Forward", "Add", [x, sums], Frame(frame)));
        context.Add(OfSequence(context.Name + "Mean", "Mean", [sums, new("y", output.Buffer)], Frame(frame), new ProgramFact.Frames()));
    }

    protected override void LowerBackward(BackwardContext context, Operand dy, Operand dx, string verb) => context.Add(
        Role.InputGradient, OfBlock(context.Name + "InputGradient", verb + "MeanGradient", [dy, dx], Frame(dx.Buffer.Length), new ProgramFact.Frames()));
}
