namespace DslNet;

/// <summary>Which parameters <see cref="Optimizer.WeightDecay"/> is for.</summary>
public enum Decays
{
    /// <summary>All, as in PyTorch.</summary>
    All,

    /// <summary>
    /// Weights alone: tensors of two axes or more. Biases, the factors and offsets of normalization, and slopes that are learned have one axis, and are left alone, as most published trainings do.
    /// </summary>
    Weights,
}
