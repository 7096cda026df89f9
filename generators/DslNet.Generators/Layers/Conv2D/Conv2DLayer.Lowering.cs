using DslNet.Generators.Graph;
using DslNet.Generators.Layers.Dense;
using DslNet.Generators.Model;
using DslNet.Generators.Simd;
using Buffer = DslNet.Generators.Graph.Buffer;

namespace DslNet.Generators.Layers.Conv2D;

internal sealed partial record Conv2DLayer
{
    public override bool FusesActivation => true;

    private int PaddedFilters => Layout.RoundUp(Filters);

    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor input = context.Input();
        (WindowAxis vertical, WindowAxis horizontal) = Axes(input.Shape);
        bool alongColumns = RunsAlongColumns(ImageStrides.Of(input.Shape, input.Layout), Forward(vertical), Forward(horizontal), input.Shape.Channels);
        Tensor output = (alongColumns ? context.NewPlanarTensor() : null) ?? context.NewTensor(context.Node.Output);
        ForwardSums sums = new(input, Forward(horizontal), output.Layout, Filters, alongColumns);
        Operand weights = context.Parameter(Weight(input), "w"), destination = new("y", output.Buffer);
        Operand? bias = Weights.Bias ? context.Parameter(BiasSpec, "b") : null;
        if (PaysInPairs(sums, Forward(vertical)))
            LowerPairs(context, sums, Forward(vertical), weights, bias, destination);
        else
            context.Add(sums.Of(context.Name + "Forward", $"{context.Name}: y = {(bias is null ? "" : "b + ")}Σ x·w{sums.Over(Forward(vertical))}", Forward(vertical), weights, bias, destination, context.Fused));
        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        if (context.PooledGradient is { } pooled)
        {
            LowerPooledBackward(context, pooled);
            return;
        }

        Tensor input = context.Input();
        ParameterSpec weight = Weight(input);
        (WindowAxis vertical, WindowAxis horizontal) = Axes(input.Shape);
        if (context.NeedsInputGradient())
        {
            int paddedChannels = input.Layout.PositionStride, taps = KernelHeight * KernelWidth;
            Operand transposed = new("transposed", Buffer.OfCall(
                ParameterTable.FileName(context.Name) + "Transposed", WeightTranspose.Length(Filters, taps, 1, paddedChannels)));
            context.Add(WeightTranspose.Of(
                context.Name, context.Parameter(weight, "w"), transposed, Filters, taps, 1, input.Shape.Channels, paddedChannels));
            context.Add(new ConvolutionProduct(
                context.Name + "InputGradient", $"{context.Name}: ∂x = Σ ∂y·w over {KernelHeight}×{KernelWidth} taps and {NumberText.Counted(Filters, "filter")}",
                new("dy", context.OutputGradient.Buffer), ImageStrides.Of(context.OutputGradient.Shape, context.OutputGradient.Layout), Filters,
                Backward(vertical), Backward(horizontal), transposed, null, context.InputGradient("dx"), paddedChannels));
        }

        context.Add(new ConvolutionWeightGradient(
            context.Name, new("x", input.Buffer), ImageStrides.Of(input.Shape, input.Layout), input.Shape.Channels, Forward(vertical), Forward(horizontal),
            new("dy", context.OutputGradient.Buffer), context.ParameterGradient(weight, "dw"),
            Weights.Bias ? context.ParameterGradient(BiasSpec, "db") : null, PaddedFilters));
    }

    /// <summary>
    /// Whether vectors run along columns. With few filters, vectors of filters have lanes that nobody needs, and so few of them
    /// meet that each multiply-add needs an input of its own.
    /// </summary>
    private bool RunsAlongColumns(ImageStrides strides, ForwardAxis vertical, ForwardAxis horizontal, int channels) =>
        ConvolutionColumns.IsPossible(strides, vertical, horizontal, PaddedFilters)
        && ConvolutionColumns.Cost(Target.Typical, channels, vertical, horizontal, Filters).Cycles
            < ConvolutionProduct.Cost(Target.Typical, channels, vertical, horizontal, PaddedFilters).Cycles;

    private static ForwardAxis Forward(WindowAxis axis) => new(axis.Output, axis.Input, axis.Kernel, axis.Stride, axis.PadBefore);

    private static BackwardAxis Backward(WindowAxis axis) => new(axis.Input, axis.Output, axis.Kernel, axis.Stride, axis.PadBefore);

    private ParameterSpec Weight(Tensor input) =>
        new("weight", new EquatableArray<int>([Filters, input.Shape.Channels, KernelHeight, KernelWidth]), input.Shape.Channels, KernelHeight * KernelWidth,
            Weights.Initializer, Weights.InitialValue);

    private ParameterSpec BiasSpec =>
        new("bias", new EquatableArray<int>([Filters]), 1, 1, InitializerKind.Constant, Weights.InitialBias);
}
