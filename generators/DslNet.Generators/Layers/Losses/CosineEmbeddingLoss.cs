using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Losses;

/// <summary>One less the cosine of the angle between prediction and target.</summary>
internal sealed record CosineEmbeddingLoss : LossSpec
{
    public static LossSpec Read(IDeclaredArguments arguments, int value) => new CosineEmbeddingLoss { Value = value };

    public override string Kind => "CosineEmbedding";

    /// <summary>A mean over the batch alone.</summary>
    public override long ElementsPerSample(Shape output) => 1;

    public override void Lower(LossContext context)
    {
        Tensor targets = context.ImportTargets();
        context.Add(LossGradient.Of(context, Kind, new CosineEmbedding(context.Output.Layout), new("target", targets.Buffer), context.Targets));
    }
}
