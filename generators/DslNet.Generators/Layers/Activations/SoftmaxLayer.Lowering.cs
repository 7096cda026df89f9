using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Activations;

internal sealed partial record SoftmaxLayer
{
    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor output = context.NewOutput();
        context.Add(new SoftmaxKernel(context.Name, context.InterleavedInput(), output));
        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        if (context.NeedsInputGradient())
            context.Add(Role.InputGradient, new SoftmaxGradient(context.Name, context.Output, context.OutputGradient, context.InputGradient("dx")));
    }
}
