using DslNet.Generators.Layers.Convolution.Geometry;
using DslNet.Generators.Layers.Dense;
using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Convolution.Transposed;

internal sealed partial record ConvTransposeLayer
{
    public override bool FusesActivation => true;

    public override bool ScalesOutput => true;

    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor input = context.ChannelsLastInput(), output = context.NewOutput();
        Operand? bias = Weights.Bias ? context.Parameter("bias", "b") : null;
        if (IsDepthwise(input.Shape.Channels))
            LowerDepthwise(context, input, output, bias);
        else if (Groups > 1)
            LowerGroups(context, input, output, bias);
        else
            LowerDense(context, input, output, bias);
        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        Tensor input = context.ChannelsLastInput();
        if (IsDepthwise(input.Shape.Channels))
            LowerDepthwiseBackward(context, input);
        else if (Groups > 1)
            LowerGroupsBackward(context, input);
        else
            LowerDenseBackward(context, input);

        if (Weights.Bias)
        {
            Operand dy = new("dy", context.OutputGradient.Buffer), biasGradient = context.ParameterGradient("bias", "db");
            context.Add(
                Role.WeightGradient, "BiasGradient", new BiasGradient(context.OutputGradient.Shape.Positions, context.OutputGradient.Layout.PositionStride), [dy, biasGradient]);
        }
    }

    private void LowerDense(ForwardContext context, Tensor input, Tensor output, Operand? bias)
    {
        ConvolutionGeometry other = Other(input, output);
        ConvolutionSum sum = other.InputGradient.Padded();
        Operand transposed = new("transposed", Buffer.OfCall(
            ParameterTable.FileName(context.Name) + "Transposed", WeightTranspose.Length(other.Filters, other.Taps, 1, sum.Outputs)));
        context.Add(Role.Prepare, WeightTranspose.Of(
            context.Name, context.Parameter("weight", "w"), transposed, other.Filters, other.Taps, 1, other.Channels, sum.Outputs));
        Operand x = new("x", input.Buffer);
        Sink sink = context.OutputSink("y", output);
        ConvolutionOverChannels product = new(
            Formula(bias, ForwardConvolution.Over(sum)), x.Parameter, sum, transposed.Parameter, bias?.Parameter, sink.Epilogue);
        context.Add("Forward" + context.ScaledSuffix, product, [x, transposed, .. bias is null ? Array.Empty<Operand>() : [bias], .. sink.Operands]);
    }

    private void LowerDenseBackward(BackwardContext context, Tensor input)
    {
        ConvolutionGeometry other = Other(input, context.OutputGradient);
        Operand dy = new("dy", context.OutputGradient.Buffer);
        if (context.NeedsInputGradient())
        {
            ConvolutionSum sum = other.Forward.Padded();
            Operand w = context.Parameter("weight", "w");
            Sink sink = context.InputGradient("dx");
            ConvolutionOverChannels product = new($"∂x = Σ ∂y·w{ForwardConvolution.Over(sum)}", dy.Parameter, sum, w.Parameter, null, sink.Epilogue);
            context.Add(Role.InputGradient, "InputGradient", product, [dy, w, .. sink.Operands]);
        }

        Operand x = new("x", input.Buffer), weightGradient = context.ParameterGradient("weight", "dw");
        ConvolutionWeightGradient gradient = new(dy.Parameter, other.Padded(), x.Parameter, weightGradient.Parameter, BiasGradient: null);
        context.Add(Role.WeightGradient, "WeightGradient", gradient, [dy, x, weightGradient]);

        // Lanes of the input's channels that do not exist hold anything, as no gradient's do.
        if (other.PaddedFilters > other.Filters)
        {
            context.Add(Role.WeightGradient, LibraryCall.Of(
                context.Name + "WeightGradientPadding", When.Leaving(Level.Group), "PanelPadding.Clear", [new("gradient", weightGradient.Buffer, weightGradient.Offset)],
                ("outputs", other.Filters), ("rows", other.FilterLength)));
        }
    }

    private static string Formula(Operand? bias, string over) => $"y = {(bias is null ? "" : "b + ")}Σ x·w{over}";

    /// <summary>The convolution whose input gradient this is: from this one's output to its input.</summary>
    private ConvolutionGeometry Other(Tensor input, Tensor output) =>
        ConvolutionGeometry.Of(Axes(input.Shape, output.Shape), Filters, input.Shape.Channels, ImageStrides.Of(output.Shape, output.Layout)) with
        {
            Output = ImageStrides.Of(input.Shape, input.Layout),
        };
}
