namespace DslNet.Generators.Operations;

/// <summary>The part that an operation has in a program.</summary>
internal enum Role
{
    /// <summary>Computes what depends on the parameters alone.</summary>
    Prepare,

    /// <summary>Computes a layer's output.</summary>
    Forward,

    /// <summary>Computes the gradient with respect to a layer's input.</summary>
    InputGradient,

    /// <summary>Computes the gradient with respect to a layer's parameters.</summary>
    WeightGradient,

    /// <summary>Computes the loss and, in training, the gradient with respect to the network's output.</summary>
    Loss,

    /// <summary>Copies between the caller's memory and that of the network.</summary>
    Copy,
}
