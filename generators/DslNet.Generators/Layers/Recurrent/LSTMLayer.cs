using DslNet.Generators.Expressions;
using DslNet.Generators.Layers.Frames;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Recurrent;

/// <summary>
/// Long short-term memory (Hochreiter and Schmidhuber, 1997, with the forget gate of Gers et al., 2000): c[t] = f·c[t − 1] + i·g, h[t] = o·tanh c[t], with gates
/// in PyTorch's order i, f, g, o.
/// </summary>
internal sealed record LSTMLayer(int Hidden, bool IsBidirectional) : RecurrentLayer(Hidden, IsBidirectional)
{
    public static LayerSpec Read(IDeclaredArguments arguments) => new LSTMLayer(arguments.Size("Hidden"), arguments.Boolean(Bidirectional, otherwise: false));

    public override string Kind => "Lstm";

    public override string Attribute => "LSTM";

    protected override int Gates => 4;

    private protected override IEnumerable<Buffer> FrameBefore(ForwardContext context) => [context.KeptFrames("Cell", Padded, before: 1)];

    private protected override void LowerFrame(ForwardContext context, Tensor output, Buffer gates)
    {
        AddHiddenProduct(context, "Hidden", Before(output), AllGates, Sink.Gradient(new("g", gates), accumulate: true));
        Buffer cell = context.KeptFrames("Cell", Padded, before: 1);
        Operand i = Gate("gi", gates, 0), f = Gate("gf", gates, 1), g = Gate("gg", gates, 2), o = Gate("go", gates, 3), before = new("cBefore", cell, -Padded);
        Expr input = MathFunction.Sigmoid.Of(new Expr.Input(0)), forget = MathFunction.Sigmoid.Of(new Expr.Input(1)), added = MathFunction.Tanh.Of(new Expr.Input(2)),
            shown = MathFunction.Sigmoid.Of(new Expr.Input(3)), state = FrameValues.Settled(new Expr.Fma(forget, new Expr.Input(4), input * added));
        (Expr, Operand)[] results = [(state, new("c", cell)), (FrameValues.Settled(shown * MathFunction.Tanh.Of(state)), new("h", output.Buffer))];
        (Expr, Operand)[] kept = context.IsTraining ? [(input, i), (forget, f), (added, g), (shown, o)] : [];
        context.Add(Cell(CellName(context), "c = σ(f)·c[t − 1] + σ(i)·tanh(g), h = σ(o)·tanh(c)", [i, f, g, o, before], [.. kept, .. results]));
    }

    private protected override (Buffer OfInputs, Buffer OfHidden) LowerFrameBackward(BackwardContext context, Tensor output, Tensor gradient)
    {
        Buffer gates = GatesOf(context.KeptFrames), cell = context.KeptFrames("Cell", Padded, before: 1);
        Buffer gateGradients = context.KeptFrames("GateGradients", GatesFrame, behind: 1), cellGradient = context.KeptFrames("CellGradient", Padded, behind: 1);
        FrameGradients.ClearBehind(context, "Cell", cellGradient, 1);
        AddNextGradient(context, gradient, gateGradients, AllGates);
        Expr i = new Expr.Input(0), f = new Expr.Input(1), g = new Expr.Input(2), o = new Expr.Input(3), before = new Expr.Input(4), dh = new Expr.Input(6),
            tanh = MathFunction.Tanh.Of(new Expr.Input(5));
        Expr state = new Expr.Fma(dh * o, 1f - tanh * tanh, new Expr.Input(7));
        context.Add(Role.InputGradient, Cell(
            context.Name + "CellBackward", "∂c = ∂c[t + 1] + ∂h·o·(1 − tanh² c), and the gradients of the gates from it",
            [
                Gate("gi", gates, 0), Gate("gf", gates, 1), Gate("gg", gates, 2), Gate("go", gates, 3), new("cBefore", cell, -Padded), new("c", cell), new("dh", gradient.Buffer),
                new("dcNext", cellGradient, Padded),
            ],
            (state * g * (i * (1f - i)), Gate("dgi", gateGradients, 0)), (state * before * (f * (1f - f)), Gate("dgf", gateGradients, 1)),
            (state * i * (1f - g * g), Gate("dgg", gateGradients, 2)), (dh * tanh * (o * (1f - o)), Gate("dgo", gateGradients, 3)),
            (state * f, new("dcBefore", cellGradient))));
        return (gateGradients, gateGradients);
    }
}
