using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Pooling;

internal abstract partial record Pool2DLayer
{
    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor input = context.ChannelsLastInput();
        Tensor output = context.NewOutput();
        PoolWindows windows = Windows(input, output);
        context.Add("Forward", Forward(windows, input.Shape), [new("x", input.Buffer), new("y", output.Buffer)]);
        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        if (!context.NeedsInputGradient())
            return;
        Tensor input = context.ChannelsLastInput();
        PoolWindows windows = Windows(input, context.Output);
        bool disjoint = windows.AreDisjoint;

        // Disjoint windows write each position once; where windows overlap, each adds its share.
        Sink sink;
        bool clears;
        if (disjoint)
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

    protected PoolWindows Windows(Shape image, Layout input, Layout output)
    {
        (WindowAxis vertical, WindowAxis horizontal) = Axes(image);
        return new(ForwardAxis.Of(vertical), ForwardAxis.Of(horizontal), input, output);
    }
}
