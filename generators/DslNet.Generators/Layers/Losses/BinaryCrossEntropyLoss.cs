using DslNet.Generators.Layers.Activations;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Losses;

/// <summary>The binary cross-entropy of logits: the sigmoid is part of it.</summary>
internal sealed partial record BinaryCrossEntropyLoss : LossSpec
{
    public static LossSpec Read(IDeclaredArguments arguments, int value) => new BinaryCrossEntropyLoss { Value = value };

    public override string Kind => "BinaryCrossEntropy";

    public override LossTargetKind Target => LossTargetKind.Probabilities;

    public override LinkKind Link => LinkKind.Sigmoid;

    public override bool Includes(LayerSpec layer) => layer is SigmoidLayer;
}
