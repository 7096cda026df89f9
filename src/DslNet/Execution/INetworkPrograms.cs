using System.ComponentModel;

namespace DslNet.CompilerServices;

/// <summary>
/// What a network computes with the kernels of one instruction set: for generated code only. A network has the programs that it needs; nothing
/// calls the others. A program works on some neighbouring samples of a call, from <c>first</c> to before <c>end</c>.
/// </summary>
/// <typeparam name="TSamples">What a caller passes to the network.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface INetworkPrograms<TSamples> where TSamples : struct, ISamples, allows ref struct
{
    /// <summary>Whether the kernels of this instruction set update parameters. If not, <see cref="TrainFused"/> must get nothing to update.</summary>
    static virtual bool FusesUpdate => false;

    /// <summary>Predicts where there is memory for outputs, and sums the loss where there are targets or labels.</summary>
    static abstract double Evaluate(in TSamples samples, int first, int end, ref float parameters, ref float scratch);

    /// <summary>Predicts the only sample of a call to a small network, with scratch memory from the stack.</summary>
    static virtual void PredictOne(in TSamples samples, ref float parameters) => throw new NotSupportedException();

    /// <summary>Predicts the only sample of a call to a network that is not small.</summary>
    static virtual void PredictOne(in TSamples samples, ref float parameters, ref float scratch) => throw new NotSupportedException();

    /// <summary>Of samples that are sequences, how many frames each has; 1 of others.</summary>
    static virtual int FramesOf(in TSamples samples) => 1;

    /// <summary>Floats of scratch memory that predictions of sequences of so many frames need; 0 where they do not depend on frames.</summary>
    static virtual long ArenaLength(int frames) => 0;

    /// <summary>Floats of scratch memory that the gradients of sequences of so many frames need; 0 where they do not depend on frames.</summary>
    static virtual long WorkspaceLength(int frames) => 0;

    /// <summary>Predicts some frames of one sequence, which follow those that the state has seen, and sums the loss where there are targets or labels.</summary>
    static virtual double Process(in TSamples samples, int first, int end, ref float parameters, ref float scratch, ref float state) => throw new NotSupportedException();

    /// <summary>Predicts the frame that follows those which the state has seen.</summary>
    static virtual void Step(in TSamples samples, ref float parameters, ref float scratch, ref float state) => throw new NotSupportedException();

    /// <summary>Fills scratch memory with what the gradients need and depends on the parameters alone; once a call for each piece of it.</summary>
    static virtual void Prepare(ref float parameters, ref float scratch) => throw new NotSupportedException();

    /// <summary>Overwrites the gradients with those of one group of samples, and returns the sum of their losses.</summary>
    static virtual double Gradients(
        in TSamples samples, int first, int end, ref float parameters, ref float gradients, ref float scratch, float scale, int seed, long step) =>
        throw new NotSupportedException();

    /// <summary>In how many phases the gradients are computed. With more than one, the four methods that know of phases take the place of <see cref="Gradients(in TSamples, int, int, ref float, ref float, ref float, float, int, long)"/>.</summary>
    static virtual int Phases => 1;

    /// <summary>Floats that phases leave for each other.</summary>
    static virtual long CallLength(int groups, int samples) => throw new NotSupportedException();

    /// <summary>Fills scratch memory with what a phase needs and depends on the parameters alone.</summary>
    static virtual void Prepare(int phase, ref float parameters, ref float scratch) => throw new NotSupportedException();

    /// <summary>
    /// Does a phase for one group of samples, and returns the sum of their losses. It overwrites the gradients that it is the first phase to compute, and
    /// leaves those of phases before it.
    /// </summary>
    static virtual double Gradients(
        int phase, in TSamples samples, in CallGroup group, ref float parameters, ref float gradients, ref float scratch, float scale, int seed, long step) =>
        throw new NotSupportedException();

    /// <summary>Does what waits for all groups of a phase.</summary>
    static virtual void AfterPhase(int phase, in CallGroup group, ref float parameters) => throw new NotSupportedException();

    /// <summary>
    /// Overwrites the gradients with those of one group of samples, as <see cref="Gradients(in TSamples, int, int, ref float, ref float, ref float, float, int, long)"/> does. It must be the last group if there is
    /// something to update; then all parameters are, those whose gradients no kernel completes at the end.
    /// </summary>
    static virtual double TrainFused<TUpdate>(
        in TSamples samples, int first, int end, ref float parameters, ref float gradients, ref float scratch, float scale, int seed, long step, TUpdate update)
        where TUpdate : struct, IParameterUpdate, allows ref struct => throw new NotSupportedException();
}
