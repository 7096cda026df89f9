using DslNet.Generators.Layers.Convolution.Geometry;
using DslNet.Generators.Layers.Dense;
using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Convolution;

internal abstract partial record ConvolutionLayer : IWritesChannelsFirst
{
    public override bool FusesActivation => true;

    public override bool ScalesOutput => true;

    public bool WritesChannelsFirst(Shape input, Layout layout) => GroupsOf(input.Channels) == 1 && IsOverWidth(Geometry(input, layout));

    private ConvolutionGeometry Geometry(Shape input, Layout layout) => ConvolutionGeometry.Of(Axes(input), input.Channels, FiltersOf(input.Channels), ImageStrides.Of(input, layout));

    public override Tensor LowerForward(ForwardContext context)
    {
        int channels = context.Input().Shape.Channels;
        return IsDepthwise(channels) ? LowerDepthwise(context) : GroupsOf(channels) > 1 ? LowerGroups(context) : LowerDense(context);
    }

    private Tensor LowerDense(ForwardContext context)
    {
        Tensor input = context.Input();
        Tensor output = context.NewOutput();
        ConvolutionGeometry geometry = Geometry(input.Shape, input.Layout) with { Output = ImageStrides.Of(output.Shape, output.Layout) };
        ForwardConvolution convolution = new(input, geometry, IsOverWidth(geometry));
        Operand weights = context.Parameter("weight", "w");
        Sink sink = context.OutputSink("y", output);
        Operand? bias = Weights.Bias ? context.Parameter("bias", "b") : null;
        string part = context.Name + "Forward" + context.ScaledSuffix;
        if (context.AllowsWinograd && TilesOf(convolution) is { } tiles)
            tiles.Lower(context.Add, context.IsOneSample, Role.Forward, part, ParameterTable.FileName(context.Name), new("image", input.Buffer), weights, bias, sink);
        else if (context.AllowsWinograd && PaysByRows(convolution))
            LowerWinograd(context, convolution, weights, bias, sink);
        else
            context.Add(convolution.Of(part, $"y = {(bias is null ? "" : "b + ")}Σ x·w{ForwardConvolution.Over(convolution.Sum)}", convolution.Sum, weights, bias, sink));
        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        int channels = context.Input().Shape.Channels;
        if (context.SparseGradient is { } sparse)
            LowerSparseBackward(context, sparse);
        else if (IsDepthwise(channels))
            LowerDepthwiseBackward(context);
        else if (GroupsOf(channels) > 1)
            LowerGroupsBackward(context);
        else
            LowerDenseBackward(context);
    }

    private void LowerDenseBackward(BackwardContext context)
    {
        Tensor input = context.Input();
        ConvolutionGeometry geometry = Geometry(input.Shape, input.Layout) with { Output = ImageStrides.Of(context.OutputGradient.Shape, context.OutputGradient.Layout) };
        if (context.NeedsInputGradient())
        {
            ConvolutionSum sum = geometry.InputGradient.Padded();
            int paddedChannels = sum.Outputs, taps = geometry.Taps;
            Operand transposed = new("transposed", Buffer.OfCall(
                ParameterTable.FileName(context.Name) + "Transposed", WeightTranspose.Length(geometry.Filters, taps, 1, paddedChannels)));
            context.Add(Role.Prepare, WeightTranspose.Of(
                context.Name, context.Parameter("weight", "w"), transposed, geometry.Filters, taps, 1, input.Shape.Channels, paddedChannels));
            Operand dy = new("dy", context.OutputGradient.Buffer);
            Sink sink = context.InputGradient("dx");
            if (context.AllowsWinograd && TilesOf(sum) is { } tiles)
                tiles.Lower(context.Add, false, Role.InputGradient, context.Name + "InputGradient", ParameterTable.FileName(context.Name) + "Gradient", dy, transposed, null, sink);
            else
                AddInputGradient(context, geometry, sum, dy, transposed, sink);
        }

        Operand x = new("x", input.Buffer), outputGradient = new("dy", context.OutputGradient.Buffer), weightGradient = context.ParameterGradient("weight", "dw");
        Operand? biasGradient = Weights.Bias ? context.ParameterGradient("bias", "db") : null;
        ConvolutionWeightGradient gradient = new(
            x.Parameter, geometry.Padded(), outputGradient.Parameter, weightGradient.Parameter, biasGradient?.Parameter);
        context.Add(
            Role.WeightGradient, "WeightGradient", gradient, [x, outputGradient, weightGradient, .. biasGradient is null ? Array.Empty<Operand>() : [biasGradient]]);
    }

    private static void AddInputGradient(BackwardContext context, ConvolutionGeometry geometry, ConvolutionSum sum, Operand dy, Operand transposed, Sink sink)
    {
        ConvolutionOverChannels product = new(
            $"∂x = Σ ∂y·w over {NumberText.Counted(geometry.Vertical.Kernel, geometry.Horizontal.Kernel, "tap")} and {NumberText.Counted(geometry.Filters, "filter")}", dy.Parameter, sum, transposed.Parameter, null,
            sink.Epilogue);
        context.Add(Role.InputGradient, "InputGradient", product, [dy, transposed, .. sink.Operands]);
    }

    /// <summary>
    /// Whether it is vectorised over width. With few filters, vectors of output channels have empty lanes, and so few of them share an input that each
    /// multiply-add needs one of its own.
    /// </summary>
    private static bool IsOverWidth(ConvolutionGeometry geometry) =>
        ConvolutionOverWidth.IsPossible(geometry)
        && ConvolutionOverWidth.Cost(Target.Typical, geometry.Forward).Cycles < ConvolutionOverChannels.Cost(Target.Typical, geometry.Forward).Cycles;
}
