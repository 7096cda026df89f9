using DslNet.Generators.Layers.Convolution.Depthwise;
using DslNet.Generators.Layers.Convolution.Geometry;
using DslNet.Generators.Layers.Windows;
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
        Tensor input = context.ChannelsLastInput(), output = context.NewOutput();
        Operand x = new("x", Repeated(input, context.Kept));
        if (x.Buffer != input.Buffer)
            context.Add(Repeat(context.Name + "Repeat", "Copy", input, input.Buffer, x.Buffer));
        ConvolutionGeometry geometry = DepthwiseGeometry(input);
        Operand weights = context.Parameter("weight", "w");
        Operand? bias = Weights.Bias ? context.Parameter("bias", "b") : null;
        Sink sink = Sink.Activate(new("y", output.Buffer), context.Fused);
        DepthwiseSum kernel = new(
            $"y = {(bias is null ? "" : "b + ")}Σ x·w over {NumberText.Counted(geometry.Vertical.Kernel, geometry.Horizontal.Kernel, "tap")}, channel by channel", x.Parameter,
            geometry.Forward.Padded(), weights.Parameter, bias?.Parameter, sink.Epilogue);
        context.Add("Forward", kernel, [x, weights, .. bias is null ? Array.Empty<Operand>() : [bias], .. sink.Operands]);
        return output;
    }

    private void LowerDepthwiseBackward(BackwardContext context)
    {
        Tensor input = context.ChannelsLastInput();
        ConvolutionGeometry geometry = DepthwiseGeometry(input);
        Operand dy = new("dy", context.OutputGradient.Buffer), x = new("x", Repeated(input, context.Kept));
        if (context.NeedsInputGradient())
            AddInputGradient(context, input, geometry, dy, isRepeated: x.Buffer != input.Buffer);
        Operand weightGradient = context.ParameterGradient("weight", "dw");
        Operand? biasGradient = Weights.Bias ? context.ParameterGradient("bias", "db") : null;
        context.Add(
            Role.WeightGradient, "WeightGradient",
            new DepthwiseWeightGradient(x.Parameter, geometry, dy.Parameter, weightGradient.Parameter, biasGradient?.Parameter),
            [x, dy, weightGradient, .. biasGradient is null ? Array.Empty<Operand>() : [biasGradient]]);
    }

    private void AddInputGradient(BackwardContext context, Tensor input, ConvolutionGeometry geometry, Operand dy, bool isRepeated)
    {
        Buffer repeated = Buffer.OfSample(ParameterTable.FileName(context.Name) + "RepeatedGradient", RepeatedLayout(input).SampleLength);
        Sink sink = isRepeated ? Sink.Store(new("dx", repeated)) : context.InputGradient("dx");
        Operand weights = context.Parameter("weight", "w");
        DepthwiseSum kernel = new(
            $"∂x = Σ ∂y·w over {NumberText.Counted(geometry.Vertical.Kernel, geometry.Horizontal.Kernel, "tap")}, channel by channel", dy.Parameter,
            geometry.InputGradient with { Channels = 1, Outputs = geometry.PaddedFilters }, weights.Parameter, null, sink.Epilogue);
        context.Add(Role.InputGradient, "InputGradient", kernel, [dy, weights, .. sink.Operands]);
        if (!isRepeated)
            return;
        (Tensor gradient, bool accumulate) = context.InputGradientMemory();
        context.Add(Role.InputGradient, Repeat(context.Name + "RepeatBackward", "Sum", input, repeated, gradient.Buffer, accumulate));
    }

    /// <summary>How the kernel moves over the image in which each channel is as often as it has filters. A sum runs over one channel.</summary>
    private ConvolutionGeometry DepthwiseGeometry(Tensor input)
    {
        Shape repeated = RepeatedShape(input);
        return ConvolutionGeometry.Of(Axes(input.Shape), 1, repeated.Channels, ImageStrides.Of(repeated, Layout.ChannelsLast(repeated)));
    }

    /// <summary>The image itself where each channel has one filter; else the memory of the one with repeated channels.</summary>
    private Buffer Repeated(Tensor input, Func<string, int, Buffer> kept) =>
        RepeatedShape(input).Channels == input.Shape.Channels ? input.Buffer : kept("Repeated", RepeatedLayout(input).SampleLength);

    private Shape RepeatedShape(Tensor input) => input.Shape.WithChannels(FiltersOf(input.Shape.Channels));

    private Layout RepeatedLayout(Tensor input) => Layout.ChannelsLast(RepeatedShape(input));

    private Operation Repeat(string name, string method, Tensor input, Buffer from, Buffer to, bool? accumulate = null)
    {
        (int channels, int filters) = (input.Shape.Channels, FiltersOf(input.Shape.Channels));
        (int image, int repeated) = (input.Layout.PositionStride, RepeatedLayout(input).PositionStride);
        (string, int)[] strides = accumulate is { } adds
            ? [("copyStride", repeated), ("destinationStride", image), ("accumulate", adds ? 1 : 0)]
            : [("sourceStride", image), ("destinationStride", repeated)];
        return LibraryCall.Of(
            name, When.In(Level.Sample), "ChannelRepeat." + method, [new("source", from), new("destination", to)],
            [("positions", input.Shape.Positions), ("channels", channels), ("times", filters / channels), .. strides]);
    }
}
