using DslNet.Generators.Expressions;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Recurrent;

/// <summary>A recurrent layer without gates (Elman, 1990): h[t] = tanh(W·x[t] + b + U·h[t − 1] + d).</summary>
internal sealed record RNNLayer(int Hidden, bool IsBidirectional) : RecurrentLayer(Hidden, IsBidirectional)
{
    public static LayerSpec Read(IDeclaredArguments arguments) => new RNNLayer(arguments.Size("Hidden"), arguments.Boolean(Bidirectional, otherwise: false));

    public override string Kind => "Rnn";

    public override string Attribute => "RNN";

    protected override int Gates => 1;

    private protected override void LowerFrame(ForwardContext context, Tensor output, Buffer gates)
    {
        AddHiddenProduct(context, "Hidden", Before(output), AllGates, Sink.Gradient(new("g", gates), accumulate: true));
        context.Add(Cell(
            context.Name + "Cell", "h = tanh(g)", [Gate("g", gates, 0)], (FrameValues.Settled(MathFunction.Tanh.Of(new Expr.Input(0))), new("h", output.Buffer))));
    }

    private protected override (Buffer OfInputs, Buffer OfHidden) LowerFrameBackward(BackwardContext context, Tensor output, Tensor gradient)
    {
        Buffer gateGradients = context.KeptFrames("GateGradients", GatesFrame, behind: 1);
        AddNextGradient(context, gradient, gateGradients, AllGates);
        Expr h = new Expr.Input(0), dh = new Expr.Input(1);
        context.Add(Role.InputGradient, Cell(
            context.Name + "CellBackward", "∂g = ∂h·(1 − h²)", [new("h", output.Buffer), new("dh", gradient.Buffer)], (dh * (1f - h * h), Gate("dg", gateGradients, 0))));
        return (gateGradients, gateGradients);
    }
}
