using DslNet.CompilerServices;
using DslNet.Generators.Expressions;
using DslNet.Generators.Layers.Dense;
using DslNet.Generators.Layers.Frames;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Attention;

/// <summary>
/// Queries, keys and values are one product over all frames of a block, kept with those of the frames before. A kernel looks back over them frame by frame, and what
/// heads find is multiplied as a dense layer's input. The gradient of a key comes from frames behind it, whose own gradients are known when it is its turn.
/// </summary>
internal sealed partial record CausalAttentionLayer
{
    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor input = context.Input(), output = context.NewOutput();
        AttentionHeads heads = HeadsOf(input);
        Buffer projected = Projected(context.KeptFrames, heads), results = Results(context.Kept, heads);
        AddProduct(context, "Inputs", "x", input.Buffer, input.Layout.SampleLength, (InWeight, InBias), Sink.Store(new("g", projected)), heads.PaddedOutputs, heads.Frame);
        Operand counts = FrameCount.Forward(context);
        if (Rotary)
            context.Add("Turn", new RotaryTurn(heads, IsBackward: false), [counts, Angles(context.Name, heads), new("x", projected)]);
        context.Add(new Operation(
            context.Name + "SettleProjected",
            new ElementwiseKernel(
                $"y = (x + 2⁻⁷³) − 2⁻⁷³, in place: {heads.PaddedOutputs} values per frame", heads.Frame, IsOfBlock: true, new([new KernelParameter("x")]),
                new([new ElementwiseOutput(FrameValues.Settled(new Expr.Input(0)), new("y"))])),
            [new("x", projected), new("y", projected)]));

        // Weights are kept for the gradient alone; otherwise each head of each frame has the memory of the one before.
        Buffer weights = context.IsTraining ? Weights(context.KeptFrames, heads) : Buffer.OfBlock(ParameterTable.FileName(context.Name) + "Weights", heads.Window);
        context.Add(
            context.IsTraining ? "HeadsOfTraining" : "Heads", new AttentionForward(heads, context.IsTraining),
            [counts, Window(projected, heads), new("p", weights), new("y", results)]);
        AddProduct(
            context, "Forward", "x", results, heads.Results, (OutWeight, OutBias), Sink.Store(new("y", output.Buffer)), PanelWidth.RoundUp(Features(input)),
            output.Layout.SampleLength);
        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        Tensor input = context.Input(), gradient = context.OutputGradient;
        AttentionHeads heads = HeadsOf(input);
        int features = Features(input), padded = PanelWidth.RoundUp(features);
        Buffer projected = Projected(context.KeptFrames, heads), results = Results(context.Kept, heads), weights = Weights(context.KeptFrames, heads);
        Operand counts = FrameCount.Of(context.KeptFrames);

        // What later frames found is read: their gradients are kept to the sequence's beginning.
        Buffer ofResults = context.KeptFrames("ResultGradients", heads.Results, behind: 1), ofScores = context.KeptFrames("ScoreGradients", heads.Weights, behind: 1),
            ofProjected = context.KeptFrames("ProjectedGradients", heads.Frame), behind = context.KeptFrames("Behind", FrameCount.Length, behind: 1);
        AddInputGradient(context, "Results", OutWeight, gradient.Buffer, features, gradient.Layout.SampleLength, Sink.Store(new("dx", ofResults)), padded, heads.Results, features);
        FrameGradients.ClearBehind(context, "Count", behind, 1);
        context.Add(Role.InputGradient, "CountBehind", new FrameCountKernel(IsBackward: true), [new("counts", behind)]);
        context.Add(
            Role.InputGradient, "ScoreGradient", new AttentionScoreGradient(heads),
            [counts, Window(projected, heads), new("p", weights), new("dy", ofResults), new("ds", ofScores), new("dx", ofProjected)]);
        context.Add(
            Role.InputGradient, "KeyGradient", new AttentionKeyGradient(heads),
            [new("counts", behind), new("x", projected), new("p", weights), new("dy", ofResults), new("ds", ofScores), new("dx", ofProjected)]);
        if (Rotary)
            context.Add(Role.InputGradient, "TurnBack", new RotaryTurn(heads, IsBackward: true), [counts, Angles(context.Name, heads), new("x", ofProjected)]);
        if (context.NeedsInputGradient())
        {
            AddInputGradient(
                context, "Input", InWeight, ofProjected, heads.PaddedOutputs, heads.Frame, context.InputGradient("dx"), input.Layout.PositionStride, input.Layout.SampleLength,
                input.Layout.Channels);
        }

        AddWeightGradient(context, "Inputs", (InWeight, InBias), input.Buffer, features, input.Layout.SampleLength, ofProjected, heads.PaddedOutputs, heads.Frame);
        AddWeightGradient(context, "", (OutWeight, OutBias), results, features, heads.Results, gradient.Buffer, padded, gradient.Layout.SampleLength);
    }

    private AttentionHeads HeadsOf(Tensor input) => new(Heads, Features(input) / Heads, Context);

    private static int Features(Tensor input) => input.Layout.Channels;

    private static Buffer Projected(Func<string, int, int, int, Buffer> kept, AttentionHeads heads) => kept("Projected", heads.Frame, heads.FramesBefore, 0);

    private static Buffer Weights(Func<string, int, int, int, Buffer> kept, AttentionHeads heads) => kept("Weights", heads.Weights, 0, 0);

    private static Buffer Results(Func<string, int, Buffer> kept, AttentionHeads heads) => kept("Results", heads.Results);

    private static Operand Angles(string layer, AttentionHeads heads) =>
        new("angles", Buffer.OfBlock(ParameterTable.FileName(layer) + "Angles", RotaryTurn.Angles(heads)));

    /// <summary>All that a frame may look at, from the oldest one on.</summary>
    private static Operand Window(Buffer projected, AttentionHeads heads) => new("x", projected, -heads.FramesBefore * heads.Frame);

    private void AddProduct(
        ForwardContext context, string part, string name, Buffer input, int stride, (string Weight, string Bias) roles, Sink sink, int paddedOutputs, int outputStride)
    {
        int features = Features(context.Input());
        Operand x = new(name, input), w = context.Parameter(roles.Weight, "w");
        Operand? b = Bias ? context.Parameter(roles.Bias, "b") : null;
        DenseProduct product = new(
            $"{sink.Destination.Name}[t, o] = {(Bias ? "b[o] + " : "")}Σₖ {name}[t, k]·w[k, o]", x.Parameter, DenseInputs.Run(features), stride, w.Parameter, b?.Parameter, sink.Epilogue,
            paddedOutputs, outputStride, HasSingle: true);
        context.Add(part, new DenseGemm(product, PanelRun.Phrase(paddedOutputs, paddedOutputs)), [x, w, .. b is null ? Array.Empty<Operand>() : [b], .. sink.Operands]);
    }

    /// <summary>Adds the gradient of a product's input.</summary>
    /// <param name="context">The layer's.</param>
    /// <param name="part">What the operation's name has behind the layer's.</param>
    /// <param name="role">The weight.</param>
    /// <param name="gradient">The gradient of the product.</param>
    /// <param name="outputs">Its values.</param>
    /// <param name="stride">From one frame of it to the next.</param>
    /// <param name="sink">Where the input's goes.</param>
    /// <param name="paddedInputs">Inputs, with those that fill the last panel.</param>
    /// <param name="inputStride">From one frame of it to the next.</param>
    /// <param name="inputs">Inputs.</param>
    private static void AddInputGradient(
        BackwardContext context, string part, string role, Buffer gradient, int outputs, int stride, Sink sink, int paddedInputs, int inputStride, int inputs)
    {
        Operand dy = new("dy", gradient), w = context.Parameter(role, "w");
        Operand transposed = new("transposed", Buffer.OfCall($"{ParameterTable.FileName(context.Name)}{part}Transposed", WeightTranspose.Length(outputs, 1, 1, paddedInputs)));
        context.Add(Role.Prepare, role == InWeight
            ? LibraryCall.Of(
                $"{context.Name}{part}Transpose", When.Entering(Level.Call), "PanelTranspose.CopyGates", [w, transposed],
                ("paddedOutputs", outputs), ("channels", inputs), ("paddedChannels", paddedInputs))
            : WeightTranspose.Of(context.Name + part, w, transposed, outputs, 1, 1, inputs, paddedInputs));
        DenseProduct product = new(
            $"{sink.Destination.Name}[t, k] = Σₒ ∂y[t, o]·w[k, o]", dy.Parameter, DenseInputs.Run(outputs), stride, transposed.Parameter, null, sink.Epilogue, paddedInputs,
            inputStride, HasSingle: true);
        context.Add(Role.InputGradient, part + "Gradient", new DenseGemm(product, PanelRun.Phrase(inputs, paddedInputs)), [dy, transposed, .. sink.Operands]);
    }

    private void AddWeightGradient(
        BackwardContext context, string part, (string Weight, string Bias) roles, Buffer input, int inputs, int stride, Buffer gradient, int paddedOutputs, int gradientStride)
    {
        Operand x = new("x", input), dy = new("dy", gradient), dw = context.ParameterGradient(roles.Weight, "dw");
        Operand? db = Bias ? context.ParameterGradient(roles.Bias, "db") : null;
        DenseWeightGradient sums = new(
            x.Parameter, DenseInputs.Run(inputs), stride, dy.Parameter, dw.Parameter, db?.Parameter, PanelRun.Phrase(paddedOutputs, paddedOutputs), paddedOutputs, gradientStride)
        { IsPart = context.Node.WeightsOf is not null };
        context.Add(Role.WeightGradient, sums.On(context.Name + part, x, dy, dw, db));
    }
}
