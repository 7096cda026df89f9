using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Flatten;

internal sealed partial record FlattenLayer
{
    public override bool CanBeView => true;

    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor output = context.NewOutput();
        context.Add(LayoutCopy.Flatten(context.Name + "Forward", context.Input(), output));
        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        if (!context.NeedsInputGradient())
            return;
        (Tensor gradient, bool accumulate) = context.InputGradientMemory();
        context.Add(Role.InputGradient, LayoutCopy.Unflatten(context.Name + "Backward", context.OutputGradient, gradient, accumulate));
    }
}
