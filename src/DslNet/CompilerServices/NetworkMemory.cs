using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DslNet.CompilerServices;

/// <summary>
/// The memory of one network, all of it aligned to 64 bytes and never moved, and the division of its work among threads:
/// for generated code only.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NetworkMemory
{
    /// <summary>A training step is a forward pass and two of the same size backward.</summary>
    private const int TrainingPasses = 3;

    private readonly AlignedMemory _parameters;
    private readonly ArenaPool _arenas;
    private readonly ArenaPool _workspaces;
    private readonly long _multiplyAdds;
    private AlignedMemory? _gradients;
    private AlignedMemory? _otherSums;

    /// <summary>Allocates the parameters; gradients and scratch memory follow when they are first asked for.</summary>
    /// <param name="parameterLength">Floats of parameters, and so of gradients.</param>
    /// <param name="arenaLength">Floats of scratch memory that one thread needs to predict.</param>
    /// <param name="workspaceLength">Floats of scratch memory that one thread needs to compute gradients.</param>
    /// <param name="multiplyAdds">Multiply-adds of a prediction of one sample.</param>
    public NetworkMemory(int parameterLength, int arenaLength, int workspaceLength, long multiplyAdds)
    {
        _parameters = new AlignedMemory(parameterLength);
        _arenas = new ArenaPool(arenaLength);
        _workspaces = new ArenaPool(workspaceLength);
        _multiplyAdds = multiplyAdds;
    }

    /// <summary>The parameters.</summary>
    public Span<float> Parameters => _parameters.Span;

    /// <summary>The gradients.</summary>
    public Span<float> Gradients => (_gradients ??= new AlignedMemory(_parameters.Length)).Span;

    /// <summary>Takes scratch memory to predict with; its content is of no consequence.</summary>
    public AlignedMemory RentArena() => _arenas.Rent();

    /// <summary>Gives it back.</summary>
    public void ReturnArena(AlignedMemory arena) => _arenas.Return(arena);

    /// <summary>Takes scratch memory to compute gradients with; its content is of no consequence.</summary>
    public AlignedMemory RentWorkspace() => _workspaces.Rent();

    /// <summary>Gives it back.</summary>
    public void ReturnWorkspace(AlignedMemory workspace) => _workspaces.Return(workspace);

    /// <summary>Predicts, and sums the loss where there are targets or labels; all lengths were checked, empty spans are not given.</summary>
    public double Evaluate<TKernels>(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<int> labels, Span<float> outputs, int count)
        where TKernels : struct, INetworkKernels
    {
        int groups = SampleGroups.OfEvaluation(count);
        if (groups > 1)
            return EvaluateGroups<TKernels>(new NetworkCall(inputs, targets, labels, count), outputs, groups);
        AlignedMemory arena = RentArena();
        double loss = TKernels.Evaluate(
            ref NetworkGuard.Reference(inputs), ref NetworkGuard.Reference(targets), ref NetworkGuard.Reference(labels), ref NetworkGuard.Reference(outputs),
            (nuint)count, ref MemoryMarshal.GetReference(Parameters), ref MemoryMarshal.GetReference(arena.Span));
        ReturnArena(arena);
        return loss;
    }

    /// <summary>Overwrites the gradients with their sum over all samples, times a scale, and returns the sum of the losses; all lengths were checked.</summary>
    public double SumGradients<TKernels>(
        ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<int> labels, Span<float> inputGradients, int count, float scale, int seed, long step)
        where TKernels : struct, IGradientKernels
    {
        int groups = SampleGroups.OfGradients(count, _multiplyAdds, _parameters.Length);
        int threads = NetworkThreads.For(TrainingPasses * _multiplyAdds * count);
        int otherLength = (groups - 1) * _parameters.Length;
        if (otherLength > 0 && (_otherSums is null || _otherSums.Length < otherLength))
            _otherSums = new AlignedMemory(otherLength);
        Span<float> gradients = Gradients;
        Span<float> otherSums = otherLength > 0 ? _otherSums!.Span[..otherLength] : default;
        Span<double> losses = stackalloc double[groups];
        _workspaces.Reserve(Math.Min(threads, groups));
        GradientParts<TKernels> parts = new(this, new NetworkCall(inputs, targets, labels, count), inputGradients, otherSums, losses, scale, seed, step);
        Job<GradientParts<TKernels>>.Run(ref parts, groups, threads);
        if (groups > 1)
        {
            ReductionParts reduction = new(gradients, otherSums);
            Job<ReductionParts>.Run(ref reduction, (gradients.Length - 1) / ReductionParts.Range + 1, threads);
        }

        return Sum(losses);
    }

    private double EvaluateGroups<TKernels>(NetworkCall call, Span<float> outputs, int groups) where TKernels : struct, INetworkKernels
    {
        int threads = NetworkThreads.For(_multiplyAdds * call.Count);
        Span<double> losses = stackalloc double[groups];
        _arenas.Reserve(Math.Min(threads, groups));
        EvaluationParts<TKernels> parts = new(this, call, outputs, losses);
        Job<EvaluationParts<TKernels>>.Run(ref parts, groups, threads);
        return Sum(losses);
    }

    /// <summary>In ascending order.</summary>
    private static double Sum(ReadOnlySpan<double> losses)
    {
        double sum = 0;
        foreach (double loss in losses)
            sum += loss;
        return sum;
    }
}
