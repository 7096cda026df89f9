using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Embedding;

internal sealed partial record EmbeddingLayer
{
    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor output = context.NewOutput();
        context.Add(
            "Forward", new EmbeddingForward(EmbeddingRows.Of(context.Input(), output)),
            [new("tokens", context.Input().Buffer), context.Parameter("weight", "w"), new("y", output.Buffer)]);
        return output;
    }

    // Tokens have no gradient, so that there is none of the input.
    public override void LowerBackward(BackwardContext context) => context.Add(
        Role.WeightGradient, "WeightGradient", new EmbeddingGradient(EmbeddingRows.Of(context.Input(), context.Output), PaddingIndex),
        [new("tokens", context.Input().Buffer), new("dy", context.OutputGradient.Buffer), context.ParameterGradient("weight", "dw")]);
}
