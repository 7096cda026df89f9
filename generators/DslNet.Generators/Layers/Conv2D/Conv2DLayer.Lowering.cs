using DslNet.CompilerServices;
using DslNet.Generators.Layers.Dense;
using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Conv2D;

internal sealed partial record Conv2DLayer : IWritesChannelsFirst
{
    public override bool FusesActivation => true;

    public bool WritesChannelsFirst(Shape input, Layout layout) => RunsAlongColumns(input, layout);

    private int PaddedFilters => PanelWidth.RoundUp(Filters);

    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor input = context.Input();
        (WindowAxis vertical, WindowAxis horizontal) = Axes(input.Shape);
        Tensor output = context.NewOutput();
        ForwardSums sums = new(input, Forward(horizontal), output.Layout, Filters, RunsAlongColumns(input.Shape, input.Layout));
        Operand weights = context.Parameter("weight", "w");
        Epilogue epilogue = Epilogue.Activate(new("y", output.Buffer), context.Fused);
        Operand? bias = Weights.Bias ? context.Parameter("bias", "b") : null;
        if (PaysInPairs(sums, Forward(vertical)))
            LowerPairs(context, sums, Forward(vertical), weights, bias, epilogue);
        else
            context.Add(sums.Of(context.Name + "Forward", $"{context.Name}: y = {(bias is null ? "" : "b + ")}Σ x·w{sums.Over(Forward(vertical))}", Forward(vertical), weights, bias, epilogue));
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
            context.Add(Role.InputGradient, new ConvolutionProduct(
                context.Name + "InputGradient", $"{context.Name}: ∂x = Σ ∂y·w over {KernelHeight}×{KernelWidth} taps and {NumberText.Counted(Filters, "filter")}",
                new("dy", context.OutputGradient.Buffer), ImageStrides.Of(context.OutputGradient.Shape, context.OutputGradient.Layout), Filters,
                Backward(vertical), Backward(horizontal), transposed, null, context.InputGradient("dx"), paddedChannels));
        }

        context.Add(Role.WeightGradient, new ConvolutionWeightGradient(
            context.Name, new("x", input.Buffer), ImageStrides.Of(input.Shape, input.Layout), input.Shape.Channels, Forward(vertical), Forward(horizontal),
            new("dy", context.OutputGradient.Buffer), context.ParameterGradient("weight", "dw"),
            Weights.Bias ? context.ParameterGradient("bias", "db") : null, PaddedFilters));
    }

    /// <summary>
    /// Whether vectors run along columns. With few filters, vectors of filters have lanes that nobody needs, and so few of them
    /// meet that each multiply-add needs an input of its own.
    /// </summary>
    private bool RunsAlongColumns(Shape input, Layout layout)
    {
        (WindowAxis vertical, WindowAxis horizontal) = Axes(input);
        return ConvolutionColumns.IsPossible(ImageStrides.Of(input, layout), Forward(vertical), Forward(horizontal), PaddedFilters)
            && ConvolutionColumns.Cost(Target.Typical, input.Channels, Forward(vertical), Forward(horizontal), Filters).Cycles
                < ConvolutionProduct.Cost(Target.Typical, input.Channels, Forward(vertical), Forward(horizontal), PaddedFilters).Cycles;
    }

    private static ForwardAxis Forward(WindowAxis axis) => new(axis.Output, axis.Input, axis.Kernel, axis.Stride, axis.PadBefore);

    private static BackwardAxis Backward(WindowAxis axis) => new(axis.Input, axis.Output, axis.Kernel, axis.Stride, axis.PadBefore);
}
