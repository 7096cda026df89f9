using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DslNet.CompilerServices;

/// <summary>Runs a network's programs on the samples of a call, which is divided among threads where that pays: for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class NetworkRun
{
    /// <summary>Predicts, and sums the loss where there are targets or labels.</summary>
    /// <exception cref="ArgumentException">Outputs are memory of the network itself.</exception>
    public static double Evaluate<TPrograms, TSamples>(NetworkMemory memory, TSamples samples)
        where TPrograms : struct, INetworkPrograms<TSamples>
        where TSamples : struct, ISamples, allows ref struct
    {
        samples.CheckForeignWhereWritten(memory.ParametersAndStates);
        int count = samples.Count, frames = TPrograms.FramesOf(in samples);
        memory.LengthenArenas(TPrograms.ArenaLength(frames), frames);
        int groups = SampleGroups.OfEvaluation(count, frames);
        if (groups > 1)
            return EvaluateGroups<TPrograms, TSamples>(memory, samples, count, frames, groups);
        AlignedMemory arena = memory.RentArena();
        double loss = Evaluate<TPrograms, TSamples>(memory, in samples, 0, count, arena);
        memory.ReturnArena(arena);
        return loss;
    }

    /// <summary>Overwrites the gradients with their sum over all samples, times a scale, and returns the sum of the losses.</summary>
    /// <exception cref="ArgumentException">Some of the caller's memory is the network's gradients, or its parameters where a call writes.</exception>
    /// <exception cref="InvalidOperationException">Another thread is computing gradients.</exception>
    public static double SumGradients<TPrograms, TSamples>(NetworkMemory memory, TSamples samples, float scale, int seed, long step)
        where TPrograms : struct, INetworkPrograms<TSamples>
        where TSamples : struct, ISamples, allows ref struct
    {
        CheckForeign(memory, samples);
        memory.EnterGradients();
        try
        {
            GradientRun<TPrograms, TSamples> run = new(memory, samples, scale, seed, step);
            double loss = run.SumAll();
            if (run.Groups > 1)
                Sweep.Over(new GroupSum { Gradients = memory.Gradients, Others = memory.OtherSums(run.Groups) });
            return loss;
        }
        finally
        {
            memory.LeaveGradients();
        }
    }

    /// <summary>
    /// Does what <see cref="SumGradients"/> does, and updates all parameters: while the last sums are computed where few threads would share
    /// the work, and otherwise at the end.
    /// </summary>
    /// <exception cref="ArgumentException">Some of the caller's memory is the network's gradients.</exception>
    /// <exception cref="InvalidOperationException">Another thread is computing gradients.</exception>
    public static double Train<TPrograms, TSamples, TUpdate>(NetworkMemory memory, TSamples samples, float scale, int seed, long step, TUpdate update)
        where TPrograms : struct, INetworkPrograms<TSamples>
        where TSamples : struct, ISamples, allows ref struct
        where TUpdate : struct, IParameterUpdate, allows ref struct
    {
        CheckForeign(memory, samples);
        memory.EnterGradients();
        try
        {
            GradientRun<TPrograms, TSamples> run = new(memory, samples, scale, seed, step);
            if (TPrograms.FusesUpdate && run.GainsFromFusedUpdate)
                return run.TrainFused(update);
            double loss = run.SumAll();
            if (run.Groups > 1)
                update.UseGroupSums(memory.Gradients, memory.OtherSums(run.Groups));
            update.UpdateAll();
            return loss;
        }
        finally
        {
            memory.LeaveGradients();
        }
    }

    /// <summary>Evaluates some neighbouring samples on this thread, and returns the sum of their losses.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double Evaluate<TPrograms, TSamples>(NetworkMemory memory, in TSamples samples, int first, int end, AlignedMemory arena)
        where TPrograms : struct, INetworkPrograms<TSamples>
        where TSamples : struct, ISamples, allows ref struct =>
        TPrograms.Evaluate(in samples, first, end, ref MemoryMarshal.GetReference(memory.Parameters), ref MemoryMarshal.GetReference(arena.Span));

    /// <summary>In ascending order, whichever thread computed which.</summary>
    internal static double Sum(ReadOnlySpan<double> losses)
    {
        double sum = 0;
        foreach (double loss in losses)
            sum += loss;
        return sum;
    }

    private static double EvaluateGroups<TPrograms, TSamples>(NetworkMemory memory, TSamples samples, int count, int frames, int groups)
        where TPrograms : struct, INetworkPrograms<TSamples>
        where TSamples : struct, ISamples, allows ref struct
    {
        ThreadCount threads = NetworkThreads.For(memory.MultiplyAdds * count * frames).AtMost(groups);
        Span<double> losses = stackalloc double[groups];
        memory.ReserveArenas(threads.Awake);
        EvaluationParts<TPrograms, TSamples> parts = new(memory, samples, count, losses);
        Job<EvaluationParts<TPrograms, TSamples>>.Run(ref parts, groups, threads);
        return Sum(losses);
    }

    /// <summary>
    /// The gradients are overwritten while the caller's memory is read, and a label that were overwritten after it was checked would become an offset to
    /// anywhere.
    /// </summary>
    private static void CheckForeign<TSamples>(NetworkMemory memory, TSamples samples) where TSamples : struct, ISamples, allows ref struct
    {
        samples.CheckForeign(memory.Gradients);
        samples.CheckForeignWhereWritten(memory.ParametersAndStates);
    }
}
