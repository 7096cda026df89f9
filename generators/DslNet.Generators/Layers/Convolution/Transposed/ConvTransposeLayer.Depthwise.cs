using DslNet.Generators.Layers.Convolution.Depthwise;
using DslNet.Generators.Layers.Convolution.Geometry;
using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Convolution.Transposed;

/// <summary>
/// Where each channel has filters of its own. Vectors run over channels, each lane with its own weights; with several filters for a channel, from an input
/// in which each channel is repeated as often.
/// </summary>
internal sealed partial record ConvTransposeLayer
{
    private void LowerDepthwise(ForwardContext context, Tensor input, Tensor output, Operand? bias)
    {
        RepeatedImage repeated = Repeated(input);
        Operand x = new("x", repeated.Memory(context.Kept)), weights = context.Parameter("weight", "w");
        if (!repeated.IsImage)
            context.Add(repeated.Copy(context.Name, x.Buffer));
        ConvolutionGeometry other = OtherOfChannels(repeated, output);
        Sink sink = context.OutputSink("y", output);
        DepthwiseSum kernel = new(
            Formula(bias, DepthwiseSum.Over(other)), x.Parameter, other.DepthwiseInputGradient, weights.Parameter, bias?.Parameter, sink.Epilogue);
        context.Add("Forward" + context.ScaledSuffix, kernel, [x, weights, .. bias is null ? Array.Empty<Operand>() : [bias], .. sink.Operands]);
    }

    private void LowerDepthwiseBackward(BackwardContext context, Tensor input)
    {
        RepeatedImage repeated = Repeated(input);
        ConvolutionGeometry other = OtherOfChannels(repeated, context.OutputGradient);
        Operand dy = new("dy", context.OutputGradient.Buffer), x = new("x", repeated.Memory(context.Kept));
        if (context.NeedsInputGradient())
        {
            Buffer sums = Buffer.OfSample(ParameterTable.FileName(context.Name) + "RepeatedGradient", repeated.Layout.SampleLength);
            Sink sink = repeated.IsImage ? context.InputGradient("dx") : Sink.Store(new("dx", sums));
            Operand weights = context.Parameter("weight", "w");
            DepthwiseSum kernel = new($"∂x = Σ ∂y·w{DepthwiseSum.Over(other)}", dy.Parameter, other.Forward.Padded(), weights.Parameter, null, sink.Epilogue);
            context.Add(Role.InputGradient, "InputGradient", kernel, [dy, weights, .. sink.Operands]);
            if (!repeated.IsImage)
            {
                (Tensor gradient, bool accumulate) = context.InputGradientMemory();
                context.Add(Role.InputGradient, repeated.Sum(context.Name, sums, gradient.Buffer, accumulate));
            }
        }

        Operand weightGradient = context.ParameterGradient("weight", "dw");
        context.Add(
            Role.WeightGradient, "WeightGradient", new DepthwiseWeightGradient(dy.Parameter, other, x.Parameter, weightGradient.Parameter, BiasGradient: null),
            [dy, x, weightGradient]);
    }

    /// <summary>The convolution of each channel by itself whose input gradient this is.</summary>
    private ConvolutionGeometry OtherOfChannels(RepeatedImage input, Tensor output) =>
        ConvolutionGeometry.Of(Axes(input.Shape, output.Shape), 1, Filters, ImageStrides.Of(output.Shape, output.Layout)) with { Output = input.Strides };

    private RepeatedImage Repeated(Tensor input) => new(input, Filters / input.Shape.Channels);
}
