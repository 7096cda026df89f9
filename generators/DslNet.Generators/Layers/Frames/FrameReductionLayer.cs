using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Frames;

/// <summary>
/// A layer that makes one value of all frames of a sequence, value by value. It reads a sequence block by block, and what it keeps of the blocks before is of
/// the sequence. The library does the work, which no shape makes faster.
/// </summary>
internal abstract record FrameReductionLayer : LayerSpec
{
    private const string Library = LibraryCall.Namespace + "FrameReduction.";

    public override bool CrossesTime => true;

    public override bool ReducesFrames => true;

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems) => inputs[0].Shape;

    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor input = context.ChannelsLastInput(), output = context.NewOutput();
        LowerForward(context, new("x", input.Buffer), output);
        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        if (!context.NeedsInputGradient())
            return;
        (Tensor gradient, bool accumulate) = context.InputGradientMemory();
        LowerBackward(context, new("dy", context.OutputGradient.Buffer), new("dx", gradient.Buffer), accumulate ? "Add" : "Store");
    }

    /// <summary>Adds what is done with each block of frames, and behind the last one.</summary>
    protected abstract void LowerForward(ForwardContext context, Operand x, Tensor output);

    /// <summary>Adds what is done with the gradient of each block of frames.</summary>
    /// <param name="context">The layer's.</param>
    /// <param name="dy">The gradient of the output.</param>
    /// <param name="dx">That of the frames.</param>
    /// <param name="verb">What the library's method begins with: it stores or it adds.</param>
    protected abstract void LowerBackward(BackwardContext context, Operand dy, Operand dx, string verb);

    /// <summary>A call of the library for a block of frames.</summary>
    protected static Operation OfBlock(string name, string method, IReadOnlyList<Operand> operands, params ProgramFact[] scalars) =>
        new(name, When.In(Level.Block), Library + method, operands, scalars);

    /// <summary>A call of the library behind the last block.</summary>
    protected static Operation OfSequence(string name, string method, IReadOnlyList<Operand> operands, params ProgramFact[] scalars) =>
        new(name, When.In(Level.Sequence), Library + method, operands, scalars);

    /// <summary>From one frame to the next.</summary>
    protected static ProgramFact Frame(int length) => new ProgramFact.Constant(length);
}
