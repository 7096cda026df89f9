using DslNet.Generators.Expressions;
using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Add;

internal sealed partial record AddLayer
{
    public override bool FusesActivation => true;

    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor output = context.NewOutput();
        Operand[] inputs = [.. Enumerable.Range(0, context.InputCount).Select(i => new Operand($"x{i}", context.ChannelsLastInput(i).Buffer))];
        context.Add(ElementwiseKernel.Of(
            context.Name + "Forward", $"y = {string.Join(" + ", inputs.Select(input => input.Name))}", output, inputs,
            Sum(inputs.Length), Sink.Activate(new("y", output.Buffer), context.Fused)));
        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        for (int i = 0; i < context.InputCount; i++)
        {
            if (!context.NeedsInputGradient(i))
                continue;
            context.Add(Role.InputGradient, ElementwiseKernel.Of(
                $"{context.Name}Backward{i}", "∂x = ∂y", context.Output, [new("dy", context.OutputGradient.Buffer)],
                Sum(1), context.InputGradient("dx", i)));
        }
    }

    private static Expr Sum(int inputs) => Enumerable.Range(0, inputs).Select(Expr (i) => new Expr.Input(i)).Aggregate((sum, term) => sum + term);
}
