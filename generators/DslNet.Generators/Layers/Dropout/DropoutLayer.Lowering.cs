using DslNet.Generators.Expressions;
using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Dropout;

internal sealed partial record DropoutLayer
{
    public override bool OnlyInTraining => true;

    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor output = context.NewOutput();
        context.Add(ElementwiseKernel.Of(
            context.Name + "Forward", "y = x / (1 − p) where a random number is at least p, else 0", output,
            [new("x", context.ChannelsLastInput().Buffer)], Thinned, Sink.Store(new("y", output.Buffer)), new(context.Index)));
        return output;
    }

    // The mask is not kept: the same numbers are drawn again.
    public override void LowerBackward(BackwardContext context)
    {
        if (!context.NeedsInputGradient())
            return;
        context.Add(Role.InputGradient, ElementwiseKernel.Of(
            context.Name + "Backward", "∂x = ∂y / (1 − p) where y was not dropped, else 0", context.Output,
            [new("dy", context.OutputGradient.Buffer)], Thinned, context.InputGradient("dx"), new(context.Index)));
    }

    // Of a value and a random number. x − x is zero, but NaN of what is not finite: a diverged network does not look sound where it is thinned
    // out. So it is in PyTorch.
    private Expr Thinned
    {
        get
        {
            Expr x = new Expr.Input(0), random = new Expr.Input(1);
            return Expr.If(random >= (float)Probability, x * (float)(1 / (1 - Probability)), x - x);
        }
    }
}
