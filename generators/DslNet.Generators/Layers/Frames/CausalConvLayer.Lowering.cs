using DslNet.CompilerServices;
using DslNet.Generators.Layers.Dense;
using DslNet.Generators.Layers.Lanes;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Frames;

/// <summary>
/// Frames are samples that overlap: the inputs of a frame are its taps' frames, which are stored at one distance. So the kernels are those of a dense layer.
/// The gradient of an input frame is a product too: of the gradients of the output frames that read it, at the same distance ahead.
/// </summary>
internal sealed partial record CausalConvLayer : IProductOnLanes
{
    public override bool FusesActivation => true;

    public override bool ScalesOutput => true;

    private int PaddedFilters => PanelWidth.RoundUp(Filters);

    public bool WorksOnLanes(IReadOnlyList<Shape> inputs) => Filters <= LanePlan.MostChannels && (Kernel > 1 || inputs[0].Channels < LanePlan.FewestOfSeveralSums);

    public LaneValue LowerLanes(LaneContext context)
    {
        LaneValue input = context.Input(), output = context.NewOutput();
        Operand x = input.As("x", (Kernel - 1) * Dilation), w = context.Parameter("weight", "w"), y = output.As("y");
        Operand[] bias = Weights.Bias ? [context.Parameter("bias", "b")] : [];
        LaneProduct product = new(
            $"y[o, t] = {(Weights.Bias ? "b[o] + " : "")}Σₖ x[i, t − k]·w[k, i, o] over {TapsPhrase}", Kernel, Kernel == 1 ? 0 : Dilation, input.Channels, input.Step, Filters, PaddedFilters, Weights.Bias, context.Sink(output));
        context.Add("Forward", product, [x, w, .. bias, y, .. context.Joined.Select(each => each.Operand)]);
        return output;
    }

    private Tensor LowerFrame(ForwardContext context, Buffer kept)
    {
        Tensor input = context.Input(), output = context.NewOutput();
        Operand x = new("x", input.Buffer), older = new("kept", kept, -(Kernel - 1) * Dilation), w = context.Parameter("weight", "w");
        Operand[] bias = Weights.Bias ? [context.Parameter("bias", "b")] : [];
        Sink sink = context.OutputSink("y", output);
        LaneFrame product = new(
            $"y[o] = {(Weights.Bias ? "b[o] + " : "")}Σₖ x[t − k, i]·w[k, i, o] over {TapsPhrase}", Kernel, Kernel == 2 ? 0 : Dilation, input.Layout.Channels, input.Layout.Channels == 1 ? 0 : kept.Row, PaddedFilters, Weights.Bias, sink.Epilogue);
        context.Add("Frame", product, [older, x, w, .. bias, .. sink.Operands]);
        return output;
    }

    public override Tensor LowerForward(ForwardContext context)
    {
        if (Kernel > 1 && context.KeptInLanes() is { } kept)
            return LowerFrame(context, kept);
        Tensor input = context.Input();
        Tensor output = context.NewOutput();
        Operand weights = context.Parameter("weight", "w");
        Operand? bias = Weights.Bias ? context.Parameter("bias", "b") : null;
        int frame = input.Layout.SampleLength;
        Operand x = new("x", input.Buffer, -FirstTap(frame));
        Sink sink = context.OutputSink("y", output);
        DenseProduct product = new(
            $"y[t, o] = {(Weights.Bias ? "b[o] + " : "")}Σₖ x[t − k, i]·w[k, i, o] over {TapsPhrase}", x.Parameter, Taps(input.Layout.Channels, frame), frame,
            weights.Parameter, bias?.Parameter, sink.Epilogue, PaddedFilters, output.Layout.SampleLength, HasSingle: true);
        context.Add(
            "Forward" + context.ScaledSuffix, new DenseGemm(product, PanelRun.Phrase(Filters, PaddedFilters)),
            [x, weights, .. bias is null ? Array.Empty<Operand>() : [bias], .. sink.Operands]);
        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        Tensor input = context.Input(), gradient = context.OutputGradient;
        FrameGradients.ClearBehind(context, this, input, gradient);
        int frame = input.Layout.SampleLength, outputFrame = gradient.Layout.SampleLength, channels = input.Layout.Channels, padded = PanelWidth.RoundUp(channels);
        if (context.NeedsInputGradient())
        {
            // The first tap is that of the output frame furthest ahead, so that the copy of the weights has the last one first.
            Operand dy = new("dy", gradient.Buffer), w = context.Parameter("weight", "w");
            Operand transposed = new("transposed", Buffer.OfCall(
                ParameterTable.FileName(context.Name) + "Transposed", WeightTranspose.Length(Filters, Kernel, 1, padded)));
            context.Add(Role.Prepare, LibraryCall.Of(
                context.Name + "Transpose", When.Entering(Level.Call), "PanelTranspose.CopyBackward", [w, transposed],
                ("outputs", Filters), ("taps", Kernel), ("channels", channels), ("paddedChannels", padded)));
            Sink sink = context.InputGradient("dx");
            DenseProduct product = new(
                $"∂x[t, i] = Σₖ ∂y[t + k, o]·w[k, i, o] over {TapsPhrase}", dy.Parameter, Taps(Filters, outputFrame), outputFrame, transposed.Parameter, null, sink.Epilogue,
                padded, frame, HasSingle: true);
            context.Add(Role.InputGradient, "InputGradient", new DenseGemm(product, PanelRun.Phrase(channels, padded)), [dy, transposed, .. sink.Operands]);
        }

        Operand x = new("x", input.Buffer, -FirstTap(frame)), outputGradient = new("dy", gradient.Buffer), weightGradient = context.ParameterGradient("weight", "dw");
        Operand? biasGradient = Weights.Bias ? context.ParameterGradient("bias", "db") : null;
        DenseWeightGradient sums = new(
            x.Parameter, Taps(channels, frame), frame, outputGradient.Parameter, weightGradient.Parameter, biasGradient?.Parameter,
            PanelRun.Phrase(Filters, PaddedFilters), PaddedFilters, outputFrame)
        { IsPart = context.Node.WeightsOf is not null };
        context.Add(Role.WeightGradient, sums.On(context.Name, x, outputGradient, weightGradient, biasGradient));
    }

    private string TapsPhrase => NumberText.Counted(Kernel, "tap") + (Dilation == 1 || Kernel == 1 ? "" : $", {Dilation} frames apart");

    /// <summary>From the current frame back to that of the first tap, in floats.</summary>
    private int FirstTap(int frame) => (Kernel - 1) * Dilation * frame;

    /// <summary>The inputs of an output frame: tap after tap, each with its channels.</summary>
    private DenseInputs Taps(int channels, int frame) =>
        Kernel == 1 || (Dilation * frame == channels && Filters > LanePlan.MostChannels) ? DenseInputs.Run(Kernel * channels) : new(Kernel, channels, Dilation * frame);
}
