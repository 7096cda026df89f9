using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Add;

internal sealed partial record AddLayer
{
    public override bool FusesActivation => true;

    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor output = context.NewTensor(context.Node.Output);
        Operand[] inputs = [.. Enumerable.Range(0, context.InputCount).Select(i => new Operand($"x{i}", context.InterleavedInput(i).Buffer))];
        context.Add(new ElementwiseKernel(
            context.Name + "Forward", $"{context.Name}: y = {string.Join(" + ", inputs.Select(input => input.Name))}", output, inputs,
            new ActivationEpilogue(new("y", output.Buffer), context.Fused), (_, terms) => string.Join(" + ", terms)));
        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        for (int i = 0; i < context.InputCount; i++)
        {
            if (!context.NeedsInputGradient(i))
                continue;
            context.Add(Role.InputGradient, new ElementwiseKernel(
                $"{context.Name}Backward{i}", $"{context.Name}: ∂x{i} = ∂y", context.Output, [new("dy", context.OutputGradient.Buffer)],
                context.InputGradient("dx", i), (_, terms) => terms[0]));
        }
    }
}
