using DslNet.CompilerServices;
using DslNet.Generators.Layers.Dense;
using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Convolution;

internal sealed partial record Conv2DLayer : IWritesChannelsFirst
{
    public override bool FusesActivation => true;

    public bool WritesChannelsFirst(Shape input, Layout layout) => IsOverWidth(input, layout);

    private int PaddedFilters => PanelWidth.RoundUp(Filters);

    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor input = context.Input();
        (WindowAxis vertical, WindowAxis horizontal) = Axes(input.Shape);
        Tensor output = context.NewOutput();
        ForwardConvolution sums = new(input, Forward(horizontal), output.Layout, Filters, IsOverWidth(input.Shape, input.Layout));
        Operand weights = context.Parameter("weight", "w");
        Sink sink = Sink.Activate(new("y", output.Buffer), context.Fused);
        Operand? bias = Weights.Bias ? context.Parameter("bias", "b") : null;
        if (PaysByWinograd(sums, Forward(vertical)))
            LowerWinograd(context, sums, Forward(vertical), weights, bias, sink);
        else
            context.Add(sums.Of(context.Name + "Forward", $"y = {(bias is null ? "" : "b + ")}Σ x·w{sums.Over(Forward(vertical))}", Forward(vertical), weights, bias, sink));
        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        if (context.SparseGradient is { } sparse)
        {
            LowerSparseBackward(context, sparse);
            return;
        }

        Tensor input = context.Input();
        (WindowAxis vertical, WindowAxis horizontal) = Axes(input.Shape);
        if (context.NeedsInputGradient())
        {
            int paddedChannels = input.Layout.PositionStride, taps = KernelHeight * KernelWidth;
            Operand transposed = new("transposed", Buffer.OfCall(
                ParameterTable.FileName(context.Name) + "Transposed", WeightTranspose.Length(Filters, taps, 1, paddedChannels)));
            context.Add(Role.Prepare, WeightTranspose.Of(
                context.Name, context.Parameter("weight", "w"), transposed, Filters, taps, 1, input.Shape.Channels, paddedChannels));
            Operand dy = new("dy", context.OutputGradient.Buffer);
            Sink sink = context.InputGradient("dx");
            ConvolutionOverChannels product = new(
                $"∂x = Σ ∂y·w over {KernelHeight}×{KernelWidth} taps and {NumberText.Counted(Filters, "filter")}", dy.Parameter,
                ImageStrides.Of(context.OutputGradient.Shape, context.OutputGradient.Layout), Filters, Backward(vertical), Backward(horizontal),
                transposed.Parameter, null, sink.Epilogue, paddedChannels);
            context.Add(Role.InputGradient, "InputGradient", product, [dy, transposed, .. sink.Operands]);
        }

        Operand x = new("x", input.Buffer), outputGradient = new("dy", context.OutputGradient.Buffer), weightGradient = context.ParameterGradient("weight", "dw");
        Operand? biasGradient = Weights.Bias ? context.ParameterGradient("bias", "db") : null;
        ConvolutionWeightGradient sums = new(
            x.Parameter, ImageStrides.Of(input.Shape, input.Layout), input.Shape.Channels, Forward(vertical), Forward(horizontal), outputGradient.Parameter,
            weightGradient.Parameter, biasGradient?.Parameter, PaddedFilters);
        context.Add(
            Role.WeightGradient, "WeightGradient", sums, [x, outputGradient, weightGradient, .. biasGradient is null ? Array.Empty<Operand>() : [biasGradient]]);
    }

    /// <summary>
    /// Whether it is vectorised over width. With few filters, vectors of output channels have empty lanes, and so few of them share an input that each
    /// multiply-add needs one of its own.
    /// </summary>
    private bool IsOverWidth(Shape input, Layout layout)
    {
        (WindowAxis vertical, WindowAxis horizontal) = Axes(input);
        return ConvolutionOverWidth.IsPossible(ImageStrides.Of(input, layout), Forward(vertical), Forward(horizontal), PaddedFilters)
            && ConvolutionOverWidth.Cost(Target.Typical, input.Channels, Forward(vertical), Forward(horizontal), Filters).Cycles
                < ConvolutionOverChannels.Cost(Target.Typical, input.Channels, Forward(vertical), Forward(horizontal), PaddedFilters).Cycles;
    }

    private static ForwardAxis Forward(WindowAxis axis) => new(axis.Output, axis.Input, axis.Kernel, axis.Stride, axis.PadBefore);

    private static BackwardAxis Backward(WindowAxis axis) => new(axis.Input, axis.Output, axis.Kernel, axis.Stride, axis.PadBefore);
}
