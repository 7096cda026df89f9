using DslNet.Generators.Model;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Losses;

/// <summary>The cross-entropy of logits: the softmax is part of it.</summary>
/// <param name="LabelSmoothing">How much of each target is given to all classes alike.</param>
/// <param name="Ignored">The label of samples that are left out.</param>
/// <param name="Weights">How much each class counts; empty where all count alike.</param>
internal sealed partial record SoftmaxCrossEntropyLoss(float LabelSmoothing, int Ignored, EquatableArray<float> Weights) : LossSpec
{
    /// <summary>PyTorch's <c>ignore_index</c>.</summary>
    public const int DefaultIgnored = -100;

    public static LossSpec Read(IDeclaredArguments arguments, int value)
    {
        float smoothing = (float)arguments.Number(nameof(LabelSmoothing), 0);
        if (!(smoothing is >= 0 and < 1))
        {
            arguments.Report(RuleIds.NumberOutOfRange, nameof(LabelSmoothing), nameof(LabelSmoothing), NumberText.Of(smoothing), "a number of at least 0 and less than 1, such as 0.1");
            smoothing = 0;
        }

        return new SoftmaxCrossEntropyLoss(smoothing, arguments.Int32(nameof(IgnoreLabel), DefaultIgnored), ReadWeights(arguments)) { Value = value };
    }

    public override IEnumerable<LayerArgument> DeclaredArguments =>
    [
        LayerArgument.Named(nameof(LabelSmoothing), LabelSmoothing, 0f),
        LayerArgument.Named(nameof(ClassWeights), Weights),
        LayerArgument.Named(nameof(IgnoreLabel), Ignored, DefaultIgnored),
    ];

    public override string Kind => "SoftmaxCrossEntropy";

    public override LossTarget Target => LossTarget.Labels;

    public override Link Link => Link.Softmax;

    public override int? IgnoreLabel => Ignored;

    public override EquatableArray<float> ClassWeights => Weights;

    public override void CheckShape(ShapedInput input, IShapeProblems problems)
    {
        CheckClasses(input, problems);
        if (input.Shape.SpatialRank == 0 && Weights.Count > 0 && Weights.Count != input.Shape.Channels)
            problems.Report(RuleIds.ClassWeightsDiffer, nameof(ClassWeights), problems.LayerName, NumberText.Counted(Weights.Count, "class weight"), input.Producer, input.Shape);
    }

    /// <summary>Finite weights, none of which is negative, and not all zero.</summary>
    private static EquatableArray<float> ReadWeights(IDeclaredArguments arguments)
    {
        EquatableArray<float> weights = arguments.Numbers(nameof(ClassWeights));
        for (int i = 0; i < weights.Count; i++)
        {
            if (weights[i] >= 0 && !float.IsInfinity(weights[i]))
                continue;
            arguments.Report(RuleIds.NumberOutOfRange, nameof(ClassWeights), Invariant($"ClassWeights[{i}]"), NumberText.Of(weights[i]), "a finite number of at least 0");
            return EquatableArray<float>.Empty;
        }

        if (weights.Count > 0 && weights.All(weight => weight == 0))
        {
            arguments.Report(RuleIds.NumberOutOfRange, nameof(ClassWeights), nameof(ClassWeights), "0 for every class", "a number above 0 for each class that is to be learned");
            return EquatableArray<float>.Empty;
        }

        return weights;
    }
}
