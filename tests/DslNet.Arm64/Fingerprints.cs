namespace DslNet.SameBits;

/// <summary>What identifies everything a network computed, bit by bit.</summary>
/// <param name="Outputs">Predictions before training.</param>
/// <param name="Losses">The loss of each training step.</param>
/// <param name="InputGradients">The gradient by the inputs in the last step; empty where it is not declared.</param>
/// <param name="Parameters">The parameters after training.</param>
/// <param name="GroupedGradients">Gradients of a batch that is summed in two groups of samples.</param>
/// <param name="Evaluation">Loss and predictions after training.</param>
internal sealed record Fingerprints(string Outputs, string Losses, string InputGradients, string Parameters, string GroupedGradients, string Evaluation);
