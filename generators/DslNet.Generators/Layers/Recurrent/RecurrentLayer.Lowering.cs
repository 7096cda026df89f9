using DslNet.Generators.Expressions;
using DslNet.Generators.Layers.Concat;
using DslNet.Generators.Layers.Dense;
using DslNet.Generators.Layers.Frames;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Recurrent;

/// <summary>
/// What gates are computed from of the input is one product over all frames of a block. The rest runs frame by frame: a product of the output before, which
/// is kept in front of the block's, and a cell, which is arithmetic of single values. Gradients run from the last frame to the first in the same way.
/// </summary>
internal abstract partial record RecurrentLayer
{
    private protected int PaddedGates => Gates * Padded;

    /// <summary>From one frame of all gates to the next: not a multiple of 512 bytes, as layouts of vectors.</summary>
    private protected int GatesFrame => PaddedGates % 128 == 0 ? PaddedGates + 16 : PaddedGates;

    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor output = context.NewOutput();
        if (!IsBidirectional)
        {
            LowerForward(context, output);
            return output;
        }

        Tensor first = OutputOf(context.KeptFrames), second = OutputOf(context.Reversed().KeptFrames);
        LowerForward(context, first);

        // What is kept of the frame behind the last one is zero.
        foreach (Buffer kept in (Buffer[])[second.Buffer, .. FrameBefore(context.Reversed())])
            context.Add(FrameGradients.Clear(context.Reversed().Name + NetworkSpec.Capitalized(kept.Name), kept, 1));
        LowerForward(context.Reversed(), second);
        context.Add("Join", Copy(first, output, 0, 0, 0), [new("source", first.Buffer), new("destination", output.Buffer)]);
        context.Add("JoinReverse", Copy(second, output, 0, Hidden, output.Layout.PositionStride - 2 * Hidden), [new("source", second.Buffer), new("destination", output.Buffer)]);
        return output;
    }

    /// <summary>What is kept of the frame before, beside the output.</summary>
    private protected virtual IEnumerable<Buffer> FrameBefore(ForwardContext context) => [];

    /// <summary>The output of one of two directions.</summary>
    private Tensor OutputOf(Func<string, int, int, int, Buffer> kept)
    {
        Layout layout = Layout.ChannelsLast(Shape.Vector(Hidden));
        return new(Shape.Vector(Hidden), layout, kept("State", layout.SampleLength, 1, 0));
    }

    /// <summary>Copies the values of one direction.</summary>
    private ChannelCopy Copy(Tensor source, Tensor destination, int from, int to, int tail) =>
        new(1, source.Layout.PositionStep, from, destination.Layout.PositionStep, to, Hidden, tail, Accumulate: false);

    /// <summary>Adds what one direction does.</summary>
    private void LowerForward(ForwardContext context, Tensor output)
    {
        Tensor input = context.Input();
        Buffer gates = GatesOf(context.KeptFrames);
        Operand x = new("x", input.Buffer), w = context.Parameter(InputWeight, "w"), b = context.Parameter(InputBias, "b");
        Sink sink = Sink.Store(new("g", gates));
        DenseProduct product = new(
            "g[t, o] = b[o] + Σₖ x[t, k]·w[k, o]", x.Parameter, DenseInputs.Run(input.Layout.Channels), input.Layout.SampleLength, w.Parameter, b.Parameter,
            sink.Epilogue, PaddedGates, GatesFrame, HasSingle: true);
        context.Add("Inputs", new DenseGemm(product, PanelRun.Phrase(Gates * Hidden, PaddedGates)), [x, w, b, .. sink.Operands]);
        LowerFrame(context, output, gates);
    }

    public override void LowerBackward(BackwardContext context)
    {
        if (!IsBidirectional)
        {
            LowerBackward(context, context.Output, context.OutputGradient);
            return;
        }

        Tensor both = context.OutputGradient;
        int place = 0;
        foreach (BackwardContext direction in (BackwardContext[])[context, context.Reversed()])
        {
            Tensor output = OutputOf(direction.KeptFrames), gradient = output with { Buffer = direction.KeptFrames("StateGradient", output.Layout.SampleLength) };
            ChannelCopy copy = Copy(both, gradient, place, 0, output.Layout.PositionStride - Hidden);
            context.Add(Role.InputGradient, "Divide" + (place == 0 ? "" : "Reverse"), copy, [new("source", both.Buffer), new("destination", gradient.Buffer)]);
            LowerBackward(direction, output, gradient);
            place += Hidden;
        }
    }

    /// <summary>Adds what one direction does.</summary>
    private void LowerBackward(BackwardContext context, Tensor output, Tensor gradient)
    {
        Tensor input = context.Input();
        (Buffer ofInputs, Buffer ofHidden) = LowerFrameBackward(context, output, gradient);
        if (context.NeedsInputGradient())
        {
            Operand transposed = Transposed(context, "Input", InputWeight, input.Layout.Channels, input.Layout.PositionStride, AllGates);
            Operand dg = new("dg", ofInputs);
            Sink sink = context.InputGradient("dx");
            DenseProduct product = new(
                "∂x[t, k] = Σₒ ∂g[t, o]·w[k, o]", dg.Parameter, DenseInputs.Run(PaddedGates), GatesFrame, transposed.Parameter, null, sink.Epilogue,
                input.Layout.PositionStride, input.Layout.SampleLength, HasSingle: true);
            context.Add(Role.InputGradient, "InputGradient", new DenseGemm(product, PanelRun.Phrase(input.Layout.Channels, input.Layout.PositionStride)), [dg, transposed, .. sink.Operands]);
        }

        AddWeightGradient(context, "Inputs", new("x", input.Buffer), input.Layout.Channels, input.Layout.SampleLength, ofInputs, AllGates, (InputWeight, InputBias));
        AddHiddenWeightGradient(context, output, ofHidden);
    }

    /// <summary>Adds what is done frame by frame.</summary>
    /// <param name="context">The layer's.</param>
    /// <param name="output">The output, with the frame before in front.</param>
    /// <param name="gates">What gates are computed from of the input; in training, what they are is stored there.</param>
    private protected abstract void LowerFrame(ForwardContext context, Tensor output, Buffer gates);

    /// <summary>Adds what is done frame by frame, from the last one to the first.</summary>
    /// <param name="context">The layer's.</param>
    /// <param name="output">The output.</param>
    /// <param name="gradient">Its gradient, to which that through the next frame is added.</param>
    /// <returns>The gradients of the products of the input and of the output before.</returns>
    private protected abstract (Buffer OfInputs, Buffer OfHidden) LowerFrameBackward(BackwardContext context, Tensor output, Tensor gradient);

    private protected Buffer GatesOf(Func<string, int, int, int, Buffer> kept) => kept("Gates", GatesFrame, 0, 0);

    /// <summary>One gate of a frame.</summary>
    private protected Operand Gate(string name, Buffer gates, int index) => new(name, gates, index * Padded);

    /// <summary>The output one frame before.</summary>
    private protected static Operand Before(Tensor output) => new("hBefore", output.Buffer, -output.Layout.SampleLength);

    /// <summary>All gates.</summary>
    private protected Range AllGates => new(0, Gates);

    /// <summary>Some neighbouring gates.</summary>
    /// <param name="First">The first one.</param>
    /// <param name="Count">How many.</param>
    private protected readonly record struct Range(int First, int Count);

    /// <summary>Adds the product from which gates are computed of the output one frame before, or of what is made of it.</summary>
    /// <param name="context">The layer's.</param>
    /// <param name="part">What the operation's name has behind the layer's.</param>
    /// <param name="h">What is multiplied.</param>
    /// <param name="gates">Which gates.</param>
    /// <param name="sink">Where the product goes: to what gates have of the input, or to memory of its own.</param>
    private protected void AddHiddenProduct(ForwardContext context, string part, Operand h, Range gates, Sink sink)
    {
        Operand w = WeightsOf(context.Parameter(HiddenWeight, "w"), gates), b = BiasesOf(context.Parameter(HiddenBias, "b"), gates);
        DenseProduct product = new(
            $"g[t, o] = b[o] + Σₖ {h.Name}[k]·w[k, o]", h.Parameter, DenseInputs.Run(Hidden), Padded, w.Parameter, b.Parameter, sink.Epilogue, gates.Count * Padded, GatesFrame,
            HasSingle: true);
        context.Add(part, new DenseGemv(product) { IsOfEach = true }, [h, w, b, .. sink.Operands]);
    }

    /// <summary>
    /// Adds the gradient that reaches the output before, or what is made of it, through gates. The cell's gradient follows or precedes at once, so that both are
    /// done in one loop over frames.
    /// </summary>
    /// <param name="context">The layer's.</param>
    /// <param name="part">What the operation's name has behind the layer's.</param>
    /// <param name="dg">The gradients of the gates' products.</param>
    /// <param name="gates">Which gates.</param>
    /// <param name="sink">Where the gradient goes.</param>
    private protected void AddHiddenGradient(BackwardContext context, string part, Operand dg, Range gates, Sink sink)
    {
        Operand transposed = Transposed(context, part, HiddenWeight, Hidden, Padded, gates);
        DenseProduct product = new(
            "∂h[k] = Σₒ ∂g[o]·w[k, o]", dg.Parameter, DenseInputs.Run(gates.Count * Padded), GatesFrame, transposed.Parameter, null, sink.Epilogue, Padded, Padded, HasSingle: true);
        context.Add(Role.InputGradient, part + "Gradient", new DenseGemv(product) { IsOfEach = true }, [dg, transposed, .. sink.Operands]);
    }

    /// <summary>The same of the output before, whose gradient has that of the layers behind: through the gates of the next frame.</summary>
    private protected void AddNextGradient(BackwardContext context, Tensor gradient, Buffer gates, Range range)
    {
        FrameGradients.ClearBehind(context, gates.Name, gates, 1);
        AddHiddenGradient(context, "Hidden", new("dgNext", gates, gates.Length), range, Sink.Gradient(new("dh", gradient.Buffer), accumulate: true));
    }

    /// <summary>What a cell's operation is called: that of training stores more.</summary>
    private protected static string CellName(ForwardContext context) => context.Name + (context.IsTraining ? "CellOfTraining" : "Cell");

    /// <summary>The operation of a cell: arithmetic of the values of one frame.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="summary">For its comment, what it computes.</param>
    /// <param name="inputs">What it reads.</param>
    /// <param name="outputs">What it computes, of these inputs, and where that goes.</param>
    private protected Operation Cell(string name, string summary, IReadOnlyList<Operand> inputs, params (Expr Value, Operand Destination)[] outputs)
    {
        ElementwiseKernel kernel = new(
            $"{summary}: {Hidden} values, one frame", Padded, IsOfBlock: false, inputs.Select(input => input.Parameter).ToEquatableArray(),
            outputs.Select(output => new ElementwiseOutput(output.Value, output.Destination.Parameter)).ToEquatableArray())
        { IsOfCell = true };
        return new(name, kernel, inputs.Concat(outputs.Select(output => output.Destination)).Distinct());
    }

    /// <summary>Adds the gradients of the weights and the biases of some gates.</summary>
    /// <param name="context">The layer's.</param>
    /// <param name="part">What the operation's name has behind the layer's.</param>
    /// <param name="x">What the weights multiply.</param>
    /// <param name="inputs">Values of it.</param>
    /// <param name="frame">From one frame of it to the next.</param>
    /// <param name="ofGates">The gradients of all gates' products.</param>
    /// <param name="gates">Which gates.</param>
    /// <param name="roles">The weight and the bias.</param>
    private protected void AddWeightGradient(
        BackwardContext context, string part, Operand x, int inputs, int frame, Buffer ofGates, Range gates, (string Weight, string Bias) roles)
    {
        Operand dg = new("dg", ofGates, gates.First * Padded), dw = context.ParameterGradient(roles.Weight, "dw"), db = BiasesOf(context.ParameterGradient(roles.Bias, "db"), gates);
        dw = dw with { Within = gates.First * Padded * inputs };
        DenseWeightGradient sums = new(
            x.Parameter, DenseInputs.Run(inputs), frame, dg.Parameter, dw.Parameter, db.Parameter, PanelRun.Phrase(gates.Count * Hidden, gates.Count * Padded),
            gates.Count * Padded, GatesFrame)
        { IsPart = context.Node.WeightsOf is not null };
        context.Add(Role.WeightGradient, sums.On(context.Name + part, x, dg, dw, db));
    }

    /// <summary>The gradients of the weights and the biases of the output before.</summary>
    private protected virtual void AddHiddenWeightGradient(BackwardContext context, Tensor output, Buffer ofGates) =>
        AddWeightGradient(context, "Hidden", Before(output), Hidden, output.Layout.SampleLength, ofGates, AllGates, (HiddenWeight, HiddenBias));

    // The first gates fill whole panels: two gates are a multiple of 16 outputs.
    private Operand WeightsOf(Operand all, Range gates) => all with { Within = gates.First * Padded * Hidden };

    private Operand BiasesOf(Operand all, Range gates) => all with { Within = gates.First * Padded };

    /// <summary>A copy of weights with inputs and outputs exchanged, made once per call.</summary>
    private Operand Transposed(BackwardContext context, string part, string role, int channels, int paddedChannels, Range gates)
    {
        Operand w = context.Parameter(role, "w");
        w = w with { Within = gates.First * Padded * channels };
        int outputs = gates.Count * Padded;
        Operand transposed = new("transposed", Buffer.OfCall($"{ParameterTable.FileName(context.Name)}{part}Transposed", WeightTranspose.Length(outputs, 1, 1, paddedChannels)));
        context.Add(Role.Prepare, LibraryCall.Of(
            $"{context.Name}{part}Transpose", When.Entering(Level.Call), "PanelTranspose.CopyGates", [w, transposed],
            ("paddedOutputs", outputs), ("channels", channels), ("paddedChannels", paddedChannels)));
        return transposed;
    }
}
