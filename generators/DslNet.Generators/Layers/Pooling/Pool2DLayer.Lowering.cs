using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Pooling;

internal abstract partial record Pool2DLayer
{
    /// <summary>What it computes, for comments.</summary>
    protected abstract string Formula { get; }

    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor input = context.InterleavedInput();
        Tensor output = context.NewOutput();
        PoolWindows windows = Windows(input, output);
        context.Add(new PoolKernel(
            context.Name + "Forward", $"{context.Name}: y = {Formula} of {KernelHeight}×{KernelWidth} positions, one sample.",
            [new("x", input.Buffer), new("y", output.Buffer)], (writer, target) => WriteForward(writer, target, windows)));
        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        if (!context.NeedsInputGradient())
            return;
        Tensor input = context.InterleavedInput();
        PoolWindows windows = Windows(input, context.Output);
        bool disjoint = windows.AreDisjoint;

        // Disjoint windows write each place once; where windows overlap, each adds its share.
        Epilogue epilogue;
        bool clear;
        if (disjoint)
        {
            epilogue = context.InputGradient("dx");
            clear = !epilogue.Accumulates && !windows.CoverAll;
        }
        else
        {
            (Tensor gradient, bool accumulate) = context.InputGradientMemory();
            epilogue = Epilogue.Gradient(new("dx", gradient.Buffer), accumulate: true);
            clear = !accumulate;
        }

        Operand[] operands =
        [
            .. SavedOperands(input, context.Output), new("dy", context.OutputGradient.Buffer), epilogue.Destination, .. epilogue.Extra,
        ];
        context.Add(Role.InputGradient, new PoolKernel(
            context.Name + "Backward", $"{context.Name}: the gradient of the {Formula}{epilogue.Phrase}, one sample.", operands, (writer, target) =>
            {
                if (clear)
                {
                    using (writer.Loop("i", "0", $"{input.Layout.SampleLength}", target.Lanes))
                        writer.Line(target.Store("Float__.Zero", "dx", "i"));
                }

                WriteBackward(writer, target, windows, epilogue);
            }));
    }

    /// <summary>What of the forward direction the gradient depends on.</summary>
    protected abstract IEnumerable<Operand> SavedOperands(Tensor input, Tensor output);

    protected abstract void WriteForward(SourceWriter writer, Target target, PoolWindows windows);

    protected abstract void WriteBackward(SourceWriter writer, Target target, PoolWindows windows, Epilogue epilogue);

    protected PoolWindows Windows(Tensor input, Tensor output) => Windows(input.Shape, input.Layout, output.Layout);

    protected PoolWindows Windows(Shape image, Layout input, Layout output)
    {
        (WindowAxis vertical, WindowAxis horizontal) = Axes(image);
        return new(Axis(vertical), Axis(horizontal), input, output);
    }

    private static ForwardAxis Axis(WindowAxis axis) => new(axis.Output, axis.Input, axis.Kernel, axis.Stride, axis.PadBefore);
}
