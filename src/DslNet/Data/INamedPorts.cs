using System.ComponentModel;

namespace DslNet.CompilerServices;

/// <summary>
/// A network whose inputs and outputs have names: for generated code only. <see cref="NetworkTraining.Fit"/> and the <c>TrainStep</c> of its class are how to
/// train one.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface INamedPorts : INetwork
{
    /// <summary>One of its losses alone, without its weight: the mean over the samples, evaluated as in prediction.</summary>
    /// <param name="batch">The samples.</param>
    /// <param name="loss">Its number in <see cref="NetworkDescription.Losses"/>.</param>
    float ComputeLoss(PortBatch batch, int loss);

    /// <summary>Computes those outputs that the batch has memory for.</summary>
    void Predict(PortBatch batch);

    /// <summary>Computes the sum of the losses, each times its weight, and its gradients.</summary>
    float ComputeGradients(PortBatch batch, long step);
}
