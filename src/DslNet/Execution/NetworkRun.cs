using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DslNet.CompilerServices;

/// <summary>Runs a network's programs on the samples of a call, which is divided among threads where that pays: for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class NetworkRun
{
    /// <summary>Predicts, and sums the loss where there are targets or labels; all lengths were checked, empty spans are not given.</summary>
    public static double Evaluate<TPrograms>(
        NetworkMemory memory, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<int> labels, Span<float> outputs, int count)
        where TPrograms : struct, INetworkPrograms
    {
        NetworkCall call = new(inputs, targets, labels, count);
        if (count >= SampleGroups.LeastDivided)
            return EvaluateGroups<TPrograms>(memory, call, outputs);
        AlignedMemory arena = memory.RentArena();
        double loss = Evaluate<TPrograms>(memory, call, outputs, arena);
        memory.ReturnArena(arena);
        return loss;
    }

    /// <summary>Overwrites the gradients with their sum over all samples, times a scale, and returns the sum of the losses; all lengths were checked.</summary>
    /// <exception cref="InvalidOperationException">Another thread is computing gradients.</exception>
    public static double SumGradients<TPrograms>(
        NetworkMemory memory, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<int> labels, Span<float> inputGradients, int count,
        float scale, int seed, long step)
        where TPrograms : struct, IGradientPrograms
    {
        memory.EnterGradients();
        try
        {
            GradientRun run = new(memory, new NetworkCall(inputs, targets, labels, count), inputGradients, scale, seed, step);
            double loss = run.SumAll<TPrograms>();
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
    /// <exception cref="InvalidOperationException">Another thread is computing gradients.</exception>
    public static double Train<TPrograms, TUpdate>(
        NetworkMemory memory, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<int> labels, int count, float scale, int seed, long step,
        TUpdate update)
        where TPrograms : struct, IFusedPrograms
        where TUpdate : struct, IParameterUpdate, allows ref struct
    {
        memory.EnterGradients();
        try
        {
            GradientRun run = new(memory, new NetworkCall(inputs, targets, labels, count), default, scale, seed, step);
            if (TPrograms.FusesUpdate && run.GainsFromFusedUpdate)
                return run.TrainFused<TPrograms, TUpdate>(update);
            double loss = run.SumAll<TPrograms>();
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

    /// <summary>Evaluates some samples on this thread, and returns the sum of their losses.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double Evaluate<TPrograms>(NetworkMemory memory, NetworkCall call, ReadOnlySpan<float> outputs, AlignedMemory arena)
        where TPrograms : struct, INetworkPrograms => TPrograms.Evaluate(
            ref call.Input, ref call.Target, ref call.Label, ref NetworkCall.First(outputs), call.Count,
            ref MemoryMarshal.GetReference(memory.Parameters), ref MemoryMarshal.GetReference(arena.Span));

    /// <summary>In ascending order, whichever thread computed which.</summary>
    internal static double Sum(ReadOnlySpan<double> losses)
    {
        double sum = 0;
        foreach (double loss in losses)
            sum += loss;
        return sum;
    }

    private static double EvaluateGroups<TPrograms>(NetworkMemory memory, NetworkCall call, Span<float> outputs) where TPrograms : struct, INetworkPrograms
    {
        int groups = SampleGroups.OfEvaluation(call.Count);
        ThreadCount threads = NetworkThreads.For(memory.MultiplyAdds * call.Count).AtMost(groups);
        Span<double> losses = stackalloc double[groups];
        memory.ReserveArenas(threads.Awake);
        EvaluationParts<TPrograms> parts = new(memory, call, outputs, losses);
        Job<EvaluationParts<TPrograms>>.Run(ref parts, groups, threads);
        return Sum(losses);
    }
}
