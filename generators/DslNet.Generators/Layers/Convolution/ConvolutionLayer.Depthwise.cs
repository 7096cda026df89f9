using DslNet.Generators.Layers.Convolution.Depthwise;
using DslNet.Generators.Layers.Convolution.Geometry;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Convolution;

/// <summary>
/// Where each channel has filters of its own. Vectors run over channels, each lane with its own weights; with several filters for a channel, over an image
/// in which each channel is repeated as often.
/// </summary>
internal abstract partial record ConvolutionLayer
{
    private Tensor LowerDepthwise(ForwardContext context)
    {
        RepeatedImage input = Repeated(context.ChannelsLastInput());
        Tensor output = context.NewOutput();
        Operand x = new("x", input.Memory(context.Kept));
        if (!input.IsImage)
            context.Add(input.Copy(context.Name, x.Buffer));
        ConvolutionGeometry geometry = DepthwiseGeometry(input);
        Operand weights = context.Parameter("weight", "w");
        Operand? bias = Weights.Bias ? context.Parameter("bias", "b") : null;
        Sink sink = context.OutputSink("y", output);
        DepthwiseSum kernel = new(
            $"y = {(bias is null ? "" : "b + ")}Σ x·w{DepthwiseSum.Over(geometry)}", x.Parameter, geometry.Forward.Padded(), weights.Parameter, bias?.Parameter,
            sink.Epilogue);
        context.Add("Forward" + context.ScaledSuffix, kernel, [x, weights, .. bias is null ? Array.Empty<Operand>() : [bias], .. sink.Operands]);
        return output;
    }

    private void LowerDepthwiseBackward(BackwardContext context)
    {
        RepeatedImage input = Repeated(context.ChannelsLastInput());
        ConvolutionGeometry geometry = DepthwiseGeometry(input);
        Operand dy = new("dy", context.OutputGradient.Buffer), x = new("x", input.Memory(context.Kept));
        if (context.NeedsInputGradient())
            AddInputGradient(context, input, geometry, dy);
        Operand weightGradient = context.ParameterGradient("weight", "dw");
        Operand? biasGradient = Weights.Bias ? context.ParameterGradient("bias", "db") : null;
        context.Add(
            Role.WeightGradient, "WeightGradient",
            new DepthwiseWeightGradient(x.Parameter, geometry, dy.Parameter, weightGradient.Parameter, biasGradient?.Parameter),
            [x, dy, weightGradient, .. biasGradient is null ? Array.Empty<Operand>() : [biasGradient]]);
    }

    private static void AddInputGradient(BackwardContext context, RepeatedImage input, ConvolutionGeometry geometry, Operand dy)
    {
        Buffer repeated = Buffer.OfSample(ParameterTable.FileName(context.Name) + "RepeatedGradient", input.Layout.SampleLength);
        Sink sink = input.IsImage ? context.InputGradient("dx") : Sink.Store(new("dx", repeated));
        Operand weights = context.Parameter("weight", "w");
        DepthwiseSum kernel = new(
            $"∂x = Σ ∂y·w{DepthwiseSum.Over(geometry)}", dy.Parameter, geometry.DepthwiseInputGradient, weights.Parameter, null, sink.Epilogue);
        context.Add(Role.InputGradient, "InputGradient", kernel, [dy, weights, .. sink.Operands]);
        if (input.IsImage)
            return;
        (Tensor gradient, bool accumulate) = context.InputGradientMemory();
        context.Add(Role.InputGradient, input.Sum(context.Name, repeated, gradient.Buffer, accumulate));
    }

    /// <summary>How the kernel moves over the image in which each channel is as often as it has filters.</summary>
    private ConvolutionGeometry DepthwiseGeometry(RepeatedImage input) => ConvolutionGeometry.Of(Axes(input.Shape), 1, input.Shape.Channels, input.Strides);

    private RepeatedImage Repeated(Tensor input) => new(input, FiltersOf(input.Shape.Channels) / input.Shape.Channels);
}
