using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Pooling;

/// <summary>What poolings have in common: windows over each channel, each of which becomes one value.</summary>
internal abstract record PoolLayer : LayerSpec
{
    /// <summary>The windows over an image.</summary>
    /// <param name="image">The image, or the signal.</param>
    /// <param name="input">How it is stored.</param>
    /// <param name="output">How the windows' results are stored.</param>
    public abstract PoolWindows Windows(Shape image, Layout input, Layout output);

    public override ShapeCertainty OutputCertainty(ShapeCertainty input) =>
        input == ShapeCertainty.Known ? ShapeCertainty.Known : ShapeCertainty.Rank;

    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor input = context.ChannelsLastInput();
        Tensor output = context.NewOutput();
        context.Add("Forward", Forward(Windows(input, output), input.Shape), [new("x", input.Buffer), new("y", output.Buffer)]);
        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        if (!context.NeedsInputGradient())
            return;
        Tensor input = context.ChannelsLastInput();
        PoolWindows windows = Windows(input, context.Output);

        // Disjoint windows write each position once; where windows overlap, each adds its share.
        Sink sink;
        bool clears;
        if (windows.AreDisjoint)
        {
            sink = context.InputGradient("dx");
            clears = !sink.Epilogue.Accumulates && !windows.CoverAll;
        }
        else
        {
            (Tensor gradient, bool accumulate) = context.InputGradientMemory();
            sink = Sink.Gradient(new("dx", gradient.Buffer), accumulate: true);
            clears = !accumulate;
        }

        context.Add(
            Role.InputGradient, "Backward", Backward(windows, input.Shape, sink.Epilogue, clears),
            [.. SavedOperands(input, context.Output), new("dy", context.OutputGradient.Buffer), .. sink.Operands]);
    }

    /// <summary>What of the forward direction the gradient depends on.</summary>
    protected abstract IEnumerable<Operand> SavedOperands(Tensor input, Tensor output);

    protected abstract Kernel Forward(PoolWindows windows, Shape image);

    protected abstract Kernel Backward(PoolWindows windows, Shape image, Epilogue epilogue, bool clears);

    protected PoolWindows Windows(Tensor input, Tensor output) => Windows(input.Shape, input.Layout, output.Layout);
}
