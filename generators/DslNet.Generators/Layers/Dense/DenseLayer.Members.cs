using DslNet.Generators.Expressions;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Dense;

internal sealed partial record DenseLayer : IWorksOnMembers
{
    public bool WorksOnMembers(IReadOnlyList<Shape> inputs) => true;

    public void LowerMembers(MemberContext context)
    {
        Operand[] bias = Weights.Bias ? [context.Parameter("bias", "b")] : [];
        MemberDense product = new(
            $"y[o] = {(Weights.Bias ? "b[o] + " : "")}Σₖ x[k]·w[k, o] of each member{context.FinishPhrase}", context.LengthOf(), Outputs, PaddedOutputs, Weights.Bias,
            context.Finished(new Expr.Input(0)));
        context.Add("Forward", product, [new("x", context.Input()), context.Parameter("weight", "w"), .. bias, new("y", context.Output)]);
    }
}
