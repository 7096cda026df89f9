using System.ComponentModel;

namespace DslNet.CompilerServices;

/// <summary>
/// A network with kernels that can update parameters while they sum gradients: for generated code only.
/// <see cref="Optimizer.Step(INetwork, ReadOnlySpan{float}, ReadOnlySpan{int}, ReadOnlySpan{float})"/> is how to train one.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IFusedTraining : INetwork
{
    /// <summary>Computes the mean loss and its gradients, as <c>ComputeGradients</c> does, and updates the parameters.</summary>
    float TrainFused<TUpdate>(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights, long step, TUpdate update)
        where TUpdate : struct, IParameterUpdate, allows ref struct;

    /// <summary>Computes the mean loss and its gradients, as <c>ComputeGradients</c> does, and updates the parameters.</summary>
    float TrainFused<TUpdate>(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<float> weights, long step, TUpdate update)
        where TUpdate : struct, IParameterUpdate, allows ref struct;
}
