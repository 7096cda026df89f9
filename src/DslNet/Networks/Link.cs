#if GENERATOR
namespace DslNet.Generators.Model;
#else
namespace DslNet;
#endif

/// <summary>The function that is part of a loss, and makes probabilities of a network's outputs (the logits).</summary>
public enum Link
{
    /// <summary>None: the outputs are what the loss compares.</summary>
    None,

    /// <summary>1 / (1 + e⁻ˣ), of each output.</summary>
    Sigmoid,

    /// <summary>eˣ over the sum of all eˣ, over the outputs of a sample.</summary>
    Softmax,
}
