using System.ComponentModel;

namespace DslNet.CompilerServices;

/// <summary>What a network computes with the kernels of one instruction set: for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface INetworkPrograms
{
    /// <summary>Predicts, and sums the loss where there are targets or labels. What is not given is a null reference.</summary>
    static abstract double Evaluate(
        ref float inputs, ref float targets, ref int labels, ref float outputs, int count, ref float parameters, ref float scratch);
}
