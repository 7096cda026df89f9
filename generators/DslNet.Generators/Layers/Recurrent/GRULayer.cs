using DslNet.Generators.Expressions;
using DslNet.Generators.Layers.Frames;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Recurrent;

/// <summary>
/// A gated recurrent unit (Cho et al., 2014) as PyTorch has it: h[t] = (1 − z)·n + z·h[t − 1], n = tanh(W·x + b + r·(U·h[t − 1] + d)), with gates in the order
/// r, z, n.
/// </summary>
internal sealed record GRULayer(int Hidden, bool IsBidirectional) : RecurrentLayer(Hidden, IsBidirectional)
{
    /// <summary>The argument that says where the reset gate is.</summary>
    public const string ResetAfter = "ResetAfter";

    public static LayerSpec Read(IDeclaredArguments arguments)
    {
        int hidden = arguments.Size("Hidden");
        bool both = arguments.Boolean(Bidirectional, otherwise: false);
        return arguments.Boolean(ResetAfter, otherwise: true) ? new GRULayer(hidden, both) : new ResetBeforeGRULayer(hidden, both);
    }

    public override string Kind => "Gru";

    public override string Attribute => "GRU";

    public override IEnumerable<LayerArgument> DeclaredArguments => [.. base.DeclaredArguments, LayerArgument.Named(ResetAfter, true, otherwise: true)];

    protected override int Gates => 3;

    private protected override void LowerFrame(ForwardContext context, Tensor output, Buffer gates)
    {
        Buffer hidden = context.KeptFrames("HiddenGates", GatesFrame);
        AddHiddenProduct(context, "Hidden", Before(output), AllGates, Sink.Store(new("g", hidden)));
        Operand r = Gate("r", gates, 0), z = Gate("z", gates, 1), n = Gate("n", gates, 2);
        Expr reset = MathFunction.Sigmoid.Of(new Expr.Input(0) + new Expr.Input(3)), update = MathFunction.Sigmoid.Of(new Expr.Input(1) + new Expr.Input(4)),
            added = MathFunction.Tanh.Of(new Expr.Fma(reset, new Expr.Input(5), new Expr.Input(2)));
        (Expr, Operand)[] kept = context.IsTraining ? [(reset, r), (update, z), (added, n)] : [];
        context.Add(Cell(
            CellName(context), "h = n + z·(h[t − 1] − n), n = tanh(n + r·n of h)",
            [r, z, n, Gate("rOfH", hidden, 0), Gate("zOfH", hidden, 1), Gate("nOfH", hidden, 2), Before(output)],
            [.. kept, (FrameValues.Settled(new Expr.Fma(update, new Expr.Input(6) - added, added)), new("h", output.Buffer))]));
    }

    private protected override (Buffer OfInputs, Buffer OfHidden) LowerFrameBackward(BackwardContext context, Tensor output, Tensor gradient)
    {
        Buffer gates = GatesOf(context.KeptFrames), hidden = context.KeptFrames("HiddenGates", GatesFrame);
        Buffer ofInputs = context.KeptFrames("GateGradients", GatesFrame), ofHidden = context.KeptFrames("HiddenGateGradients", GatesFrame, behind: 1),
            kept = context.KeptFrames("KeptGradient", Padded, behind: 1);
        FrameGradients.ClearBehind(context, "Kept", kept, 1);
        AddNextGradient(context, gradient, ofHidden, AllGates);
        Expr r = new Expr.Input(0), z = new Expr.Input(1), n = new Expr.Input(2), ofH = new Expr.Input(3), before = new Expr.Input(4), dh = new Expr.Input(5) + new Expr.Input(6);
        Expr dn = dh * (1f - z) * (1f - n * n), dr = dn * ofH * (r * (1f - r)), dz = dh * (before - n) * (z * (1f - z));
        context.Add(Role.InputGradient, Cell(
            context.Name + "CellBackward", "∂h = ∂h + ∂h[t + 1]·z[t + 1], and the gradients of the gates from it",
            [
                Gate("r", gates, 0), Gate("z", gates, 1), Gate("n", gates, 2), Gate("nOfH", hidden, 2), Before(output), new("dh", gradient.Buffer),
                new("dhNext", kept, Padded),
            ],
            (dr, Gate("dr", ofInputs, 0)), (dz, Gate("dz", ofInputs, 1)), (dn, Gate("dn", ofInputs, 2)),
            (dr, Gate("drOfH", ofHidden, 0)), (dz, Gate("dzOfH", ofHidden, 1)), (dn * r, Gate("dnOfH", ofHidden, 2)),
            (dh * z, new("dhBefore", kept))));
        return (ofInputs, ofHidden);
    }
}
