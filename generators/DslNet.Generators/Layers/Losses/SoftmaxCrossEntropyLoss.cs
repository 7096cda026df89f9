using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Losses;

/// <summary>The cross-entropy of logits: the softmax is part of it.</summary>
internal sealed partial record SoftmaxCrossEntropyLoss : LossSpec
{
    public static LossSpec Read(IDeclaredArguments arguments, int value) => new SoftmaxCrossEntropyLoss { Value = value };

    public override string Kind => "SoftmaxCrossEntropy";

    public override LossTarget Target => LossTarget.Labels;

    public override Link Link => Link.Softmax;

    public override void CheckShape(ShapedInput input, IShapeProblems problems)
    {
        if (input.Shape.SpatialRank > 0)
            problems.Report(RuleIds.LossNeedsVector, null, problems.LayerName, input.Producer, input.Shape);
        else if (input.Shape.Channels < 2)
            problems.Report(RuleIds.LossNeedsClasses, null, problems.LayerName, input.Producer, input.Shape);
    }
}
