namespace DslNet;

/// <summary>The losses a network can declare.</summary>
public enum Loss
{
    /// <summary>None: the network predicts only.</summary>
    None,

    /// <summary><see cref="MeanSquaredErrorAttribute"/>.</summary>
    MeanSquaredError,

    /// <summary><see cref="MeanAbsoluteErrorAttribute"/>.</summary>
    MeanAbsoluteError,

    /// <summary><see cref="HuberAttribute"/>.</summary>
    Huber,

    /// <summary><see cref="BinaryCrossEntropyAttribute"/>, on logits.</summary>
    BinaryCrossEntropy,

    /// <summary><see cref="SoftmaxCrossEntropyAttribute"/>, on logits.</summary>
    SoftmaxCrossEntropy,
}
