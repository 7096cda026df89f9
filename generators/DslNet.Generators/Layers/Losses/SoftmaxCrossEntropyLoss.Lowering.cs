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
        SmoothedTarget target = new(context.Output.Layout.Channels, LabelSmoothing, Weights);
        context.Add(LossGradient.Of(
            context, nameof(SoftmaxCrossEntropyOfLabels), new SoftmaxCrossEntropyOfLabels(target, Ignored), new("label", context.Labels), context.Labels));
        Operand targets = new("target", context.ImportTargets().Buffer);
        context.Add(LossGradient.Of(
            context, nameof(SoftmaxCrossEntropyOfProbabilities), new SoftmaxCrossEntropyOfProbabilities(target), targets, context.Targets));
    }
}
