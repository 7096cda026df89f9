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
        Tensor input = context.Input(), output;
        (WindowAxis vertical, WindowAxis horizontal) = Axes(input.Shape);
        ImageStrides strides = ImageStrides.Of(input.Shape, input.Layout);
        if (RunsAlongColumns(strides, Forward(vertical), Forward(horizontal), input.Shape.Channels))
        {
            output = context.NewPlanarTensor() ?? context.NewTensor(context.Node.Output);
            context.Add(new ConvolutionColumns(
                context.Name, new("x", input.Buffer), strides, input.Shape.Channels, Forward(vertical), Forward(horizontal), context.Parameter(Weight(input), "w"),
                Weights.Bias ? context.Parameter(BiasSpec, "b") : null, new("y", output.Buffer), output.Layout, context.Fused, Filters, PaddedFilters));
            return output;
        }

        output = context.NewTensor(context.Node.Output);
        context.Add(new ConvolutionProduct(
            context.Name + "Forward", $"{context.Name}: y = {(Weights.Bias ? "b + " : "")}Σ x·w over {KernelHeight}×{KernelWidth} taps and {input.Shape.Channels} channels",
            new("x", input.Buffer), strides, input.Shape.Channels, Forward(vertical), Forward(horizontal),
            context.Parameter(Weight(input), "w"), Weights.Bias ? context.Parameter(BiasSpec, "b") : null,
            new ActivationEpilogue(new("y", output.Buffer), context.Fused), PaddedFilters));
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
            Operand transposed = new("transposed", context.NewStepBuffer(
                ParameterTable.FileName(context.Name) + "Transposed", WeightTranspose.Length(Filters, taps, 1, paddedChannels)));
            context.Add(WeightTranspose.Of(
                context.Name, context.Parameter(weight, "w"), transposed, Filters, taps, 1, input.Shape.Channels, paddedChannels));
            context.Add(new ConvolutionProduct(
                context.Name + "InputGradient", $"{context.Name}: ∂x = Σ ∂y·w over {KernelHeight}×{KernelWidth} taps and {Filters} filters",
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
