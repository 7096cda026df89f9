using System.ComponentModel;

namespace DslNet.CompilerServices;

/// <summary>
/// What a network computes with the kernels of one instruction set: for generated code only. A network has the programs that it needs; nothing
/// calls the others.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface INetworkPrograms
{
    /// <summary>Whether the kernels of this instruction set update parameters. If not, <see cref="TrainFused"/> must get nothing to update.</summary>
    static virtual bool FusesUpdate => false;

    /// <summary>Predicts, and sums the loss where there are targets or labels. What is not given is a null reference.</summary>
    static abstract double Evaluate(
        ref float inputs, ref float targets, ref int labels, ref float outputs, int count, ref float parameters, ref float scratch);

    /// <summary>Predicts one sample of a small network, with scratch memory from the stack.</summary>
    static virtual void PredictOne(ref float inputs, ref float outputs, ref float parameters) => throw new NotSupportedException();

    /// <summary>Fills scratch memory with what the gradients need and depends on the parameters alone; once a call for each piece of it.</summary>
    static virtual void Prepare(ref float parameters, ref float scratch) => throw new NotSupportedException();

    /// <summary>
    /// Overwrites the gradients with those of one group of samples, from <paramref name="first"/> to before <paramref name="end"/>,
    /// and returns the sum of their losses.
    /// </summary>
    static virtual double Gradients(
        ref float inputs, ref float targets, ref int labels, ref float inputGradients, int first, int end, ref float parameters,
        ref float gradients, ref float scratch, float scale, int seed, long step) => throw new NotSupportedException();

    /// <summary>
    /// Overwrites the gradients with those of one group of samples, as <see cref="Gradients"/> does. It must be the last group if there is
    /// something to update; then all parameters are, those whose gradients no kernel completes at the end.
    /// </summary>
    static virtual double TrainFused<TUpdate>(
        ref float inputs, ref float targets, ref int labels, ref float inputGradients, int first, int end, ref float parameters,
        ref float gradients, ref float scratch, float scale, int seed, long step, TUpdate update)
        where TUpdate : struct, IParameterUpdate, allows ref struct => throw new NotSupportedException();
}
