using DslNet.Generators.Expressions;
using DslNet.Generators.Layers.Frames;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Recurrent;

/// <summary>
/// A gated recurrent unit as it was published (Cho et al., 2014), and as ONNX has it by default: n = tanh(W·x + b + U·(r·h[t − 1]) + d). The reset gate comes
/// before the product, which therefore waits for it.
/// </summary>
internal sealed record ResetBeforeGRULayer(int Hidden, bool IsBidirectional) : RecurrentLayer(Hidden, IsBidirectional)
{
    private static readonly Range s_resetAndUpdate = new(0, 2), s_added = new(2, 1);

    public override string Kind => "Gru";

    public override string Attribute => "GRU";

    public override IEnumerable<LayerArgument> DeclaredArguments => [.. base.DeclaredArguments, LayerArgument.Named(GRULayer.ResetAfter, false, otherwise: true)];

    protected override int Gates => 3;

    private protected override void LowerFrame(ForwardContext context, Tensor output, Buffer gates)
    {
        AddHiddenProduct(context, "Hidden", Before(output), s_resetAndUpdate, Sink.Gradient(new("g", gates), accumulate: true));
        Operand r = Gate("r", gates, 0), z = Gate("z", gates, 1), n = Gate("n", gates, 2), resetHidden = new("rh", context.KeptFrames("ResetHidden", Padded));
        Expr reset = MathFunction.Sigmoid.Of(new Expr.Input(0)), update = MathFunction.Sigmoid.Of(new Expr.Input(0)), added = MathFunction.Tanh.Of(new Expr.Input(1));
        bool isKept = context.IsTraining;
        context.Add(Cell(
            context.Name + (isKept ? "ResetOfTraining" : "Reset"), "r·h[t − 1], r = σ(r)", [r, Before(output)],
            [.. isKept ? [(reset, r)] : Array.Empty<(Expr, Operand)>(), (reset * new Expr.Input(1), resetHidden)]));
        AddHiddenProduct(context, "ResetHidden", resetHidden, s_added, Sink.Gradient(n with { Name = "g" }, accumulate: true));
        context.Add(Cell(
            CellName(context), "h = n + z·(h[t − 1] − n), z = σ(z), n = tanh(n)", [z, n, Before(output)],
            [
                .. isKept ? [(update, z), (added, n)] : Array.Empty<(Expr, Operand)>(),
                (FrameValues.Settled(new Expr.Fma(update, new Expr.Input(2) - added, added)), new("h", output.Buffer)),
            ]));
    }

    private protected override (Buffer OfInputs, Buffer OfHidden) LowerFrameBackward(BackwardContext context, Tensor output, Tensor gradient)
    {
        Buffer gates = GatesOf(context.KeptFrames), ofGates = context.KeptFrames("GateGradients", GatesFrame, behind: 1),
            kept = context.KeptFrames("KeptGradient", Padded, behind: 1), ofReset = context.KeptFrames("ResetHiddenGradient", Padded);
        Operand r = Gate("r", gates, 0), z = Gate("z", gates, 1), n = Gate("n", gates, 2), dh = new("dh", gradient.Buffer), dn = Gate("dn", ofGates, 2);
        FrameGradients.ClearBehind(context, "Kept", kept, 1);
        AddNextGradient(context, gradient, ofGates, s_resetAndUpdate);

        Expr update = new Expr.Input(0), added = new Expr.Input(1), before = new Expr.Input(2), whole = new Expr.Input(3) + new Expr.Input(4);
        context.Add(Role.InputGradient, Cell(
            context.Name + "CellBackward", "∂h = ∂h + ∂h[t + 1]·z[t + 1], and the gradients of z and n from it", [z, n, Before(output), dh, new("dhNext", kept, Padded)],
            (whole * (before - added) * (update * (1f - update)), Gate("dz", ofGates, 1)), (whole * (1f - update) * (1f - added * added), dn), (whole, dh)));
        AddHiddenGradient(context, "ResetHidden", dn with { Name = "dg" }, s_added, Sink.Store(new("drh", ofReset)));

        Expr reset = new Expr.Input(0), ofResetHidden = new Expr.Input(4);
        context.Add(Role.InputGradient, Cell(
            context.Name + "ResetBackward", "the gradient of r, and what reaches h[t − 1] around the gates", [r, z, Before(output), dh, new("drh", ofReset)],
            (ofResetHidden * new Expr.Input(2) * (reset * (1f - reset)), Gate("dr", ofGates, 0)),
            (new Expr.Fma(new Expr.Input(3), new Expr.Input(1), ofResetHidden * reset), new("dhBefore", kept))));
        return (ofGates, ofGates);
    }

    private protected override void AddHiddenWeightGradient(BackwardContext context, Tensor output, Buffer ofGates)
    {
        AddWeightGradient(context, "Hidden", Before(output), Hidden, output.Layout.SampleLength, ofGates, s_resetAndUpdate, (HiddenWeight, HiddenBias));
        Buffer resetHidden = context.KeptFrames("ResetHidden", Padded);
        AddWeightGradient(context, "ResetHidden", new("rh", resetHidden), Hidden, Padded, ofGates, s_added, (HiddenWeight, HiddenBias));
    }
}
