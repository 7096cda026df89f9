using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Losses;

internal sealed partial record SoftmaxCrossEntropyLoss
{
    /// <summary>A mean over the batch alone.</summary>
    public override long ElementsPerSample(Shape output) => 1;

    public override void Lower(LossContext context)
    {
        LossGradient gradient = new(context.OutputGradient);
        context.Add(new SoftmaxCrossEntropyOfLabels(context.Output, gradient, new Operand("label", context.Labels)));
        context.Add(new SoftmaxCrossEntropyOfProbabilities(context.Output, gradient, context.ImportTargets()));
    }
}
