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
        context.Add(new SoftmaxCrossEntropyOfLabels(context.Output, context.OutputGradient, new Operand("label", context.Labels)));
        context.Add(new SoftmaxCrossEntropyOfProbabilities(context.Output, context.OutputGradient, context.ImportTargets()));
    }
}
