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

    /// <summary>So many threads that share an update afterwards are no faster than one that updates while it sums.</summary>
    private const int MostThreadsBetter = 2;

    private readonly AlignedMemory _parameters;
    private readonly ArenaPool _arenas;
    private readonly int _workspaceLength;
    private readonly long _multiplyAdds;
    private AlignedMemory[] _workspaces = [];
    private AlignedMemory? _gradients;
    private AlignedMemory? _otherSums;
    private double[][] _totals = [];
    private int _computing;

    /// <summary>Allocates the parameters; gradients and scratch memory follow when they are first asked for.</summary>
    /// <param name="parameterLength">Floats of parameters, and so of gradients.</param>
    /// <param name="arenaLength">Floats of scratch memory that one thread needs to predict.</param>
    /// <param name="workspaceLength">Floats of scratch memory that one thread needs to compute gradients.</param>
    /// <param name="multiplyAdds">Multiply-adds of a prediction of one sample.</param>
    public NetworkMemory(int parameterLength, int arenaLength, int workspaceLength, long multiplyAdds)
    {
        _parameters = new AlignedMemory(parameterLength);
        _arenas = new ArenaPool(arenaLength);
        _workspaceLength = workspaceLength;
        _multiplyAdds = multiplyAdds;
        LiveNetworks.Add(this);
    }

    /// <summary>The parameters.</summary>
    public Span<float> Parameters => _parameters.Span;

    /// <summary>How often the parameters were drawn.</summary>
    internal int Initializations { get; set; }

    /// <summary>The gradients.</summary>
    public Span<float> Gradients => (_gradients ?? AllocateGradients()).Span;

    /// <summary>
    /// Begins a computation of gradients. There is one set of workspaces, and what a kernel finds there it may take for an
    /// offset: a second trainee's numbers must never come between.
    /// </summary>
    /// <exception cref="InvalidOperationException">Another thread is computing gradients.</exception>
    public void EnterGradients()
    {
        if (Interlocked.Exchange(ref _computing, 1) != 0)
            throw new InvalidOperationException("Another thread is computing gradients on this network. Let one thread train an instance, or give each thread a network of its own.");
    }

    /// <summary>Ends it.</summary>
    public void LeaveGradients() => Volatile.Write(ref _computing, 0);

    /// <summary>Takes scratch memory to predict with; its content is of no consequence.</summary>
    public AlignedMemory RentArena() => _arenas.Rent();

    /// <summary>Gives it back.</summary>
    public void ReturnArena(AlignedMemory arena) => _arenas.Return(arena);

    /// <summary>Predicts, and sums the loss where there are targets or labels; all lengths were checked, empty spans are not given.</summary>
    public double Evaluate<TPrograms>(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<int> labels, Span<float> outputs, int count)
        where TPrograms : struct, INetworkPrograms
    {
        if (count >= SampleGroups.LeastDivided)
            return EvaluateGroups<TPrograms>(new NetworkCall(inputs, targets, labels, count), outputs);
        AlignedMemory arena = RentArena();
        double loss = TPrograms.Evaluate(
            ref NetworkGuard.Reference(inputs), ref NetworkGuard.Reference(targets), ref NetworkGuard.Reference(labels), ref NetworkGuard.Reference(outputs),
            count, ref MemoryMarshal.GetReference(Parameters), ref MemoryMarshal.GetReference(arena.Span));
        ReturnArena(arena);
        return loss;
    }

    /// <summary>Overwrites the gradients with their sum over all samples, times a scale, and returns the sum of the losses; all lengths were checked.</summary>
    /// <exception cref="InvalidOperationException">Another thread is computing gradients.</exception>
    public double SumGradients<TPrograms>(
        ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<int> labels, Span<float> inputGradients, int count, float scale, int seed, long step)
        where TPrograms : struct, IGradientPrograms
    {
        EnterGradients();
        try
        {
            NetworkCall call = new(inputs, targets, labels, count);
            double loss = SumAll<TPrograms>(call, inputGradients, scale, seed, step);
            if (Groups(call) > 1)
                Sweep.Over(new GroupSum { Gradients = Gradients, Others = OtherSums(call) });
            return loss;
        }
        finally
        {
            LeaveGradients();
        }
    }

    /// <summary>
    /// Does what <see cref="SumGradients"/> does, and updates all parameters: while the last sums are computed where few threads would share
    /// the work, and otherwise at the end.
    /// </summary>
    /// <exception cref="InvalidOperationException">Another thread is computing gradients.</exception>
    public double Train<TPrograms, TUpdate>(
        ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<int> labels, int count, float scale, int seed, long step, TUpdate update)
        where TPrograms : struct, IUpdatingPrograms
        where TUpdate : struct, IParameterUpdate, allows ref struct
    {
        EnterGradients();
        try
        {
            NetworkCall call = new(inputs, targets, labels, count);
            if (TPrograms.Updates && UpdatesWhileSumming(call))
                return SumAndUpdate<TPrograms, TUpdate>(call, scale, seed, step, update);
            double loss = SumAll<TPrograms>(call, default, scale, seed, step);
            if (Groups(call) > 1)
                update.AddGroups(Gradients, OtherSums(call));
            update.UpdateAll();
            return loss;
        }
        finally
        {
            LeaveGradients();
        }
    }

    /// <summary>
    /// Scratch memory to compute gradients with, for one of the threads that take part; its content is of no consequence. The
    /// thread that divides the work asks for the last one first, so that the others allocate nothing.
    /// </summary>
    public AlignedMemory Workspace(int participant)
    {
        AlignedMemory[] workspaces = _workspaces;
        return participant < workspaces.Length ? workspaces[participant] : AllocateWorkspaces(participant + 1)[participant];
    }

    private double EvaluateGroups<TPrograms>(NetworkCall call, Span<float> outputs) where TPrograms : struct, INetworkPrograms
    {
        int groups = SampleGroups.OfEvaluation(call.Count);
        ThreadCount threads = NetworkThreads.For(_multiplyAdds * call.Count).AtMost(groups);
        Span<double> losses = stackalloc double[groups];
        _arenas.Reserve(threads.Awake);
        EvaluationParts<TPrograms> parts = new(this, call, outputs, losses);
        Job<EvaluationParts<TPrograms>>.Run(ref parts, groups, threads);
        return Sum(losses);
    }

    private double SumGroups<TPrograms>(NetworkCall call, Span<float> inputGradients, float scale, int seed, long step)
        where TPrograms : struct, IGradientPrograms
    {
        int groups = Groups(call);
        ThreadCount threads = ThreadsFor(call.Count, groups);
        Span<double> losses = stackalloc double[groups];

        // Before the work is divided, so that the others allocate nothing.
        _ = Gradients;
        OtherSums(call);
        Workspace(threads.Awake - 1);
        if (IsInParts(call))
            Totals(threads.Awake - 1);
        GradientParts<TPrograms> parts = new(this, call, inputGradients, losses, scale, seed, step);
        Job<GradientParts<TPrograms>>.Run(ref parts, groups, threads);
        return Sum(losses);
    }

    /// <summary>The threads that pay for the gradients of so many samples.</summary>
    private ThreadCount ThreadsFor(int samples, int groups) => NetworkThreads.For(TrainingPasses * _multiplyAdds * samples).AtMost(groups);

    /// <summary>
    /// Whether the parameters are to be updated while gradients are summed: where one thread sums all of them, and few would share the update
    /// afterwards. Whoever passes parameters as inputs means what they were before.
    /// </summary>
    private bool UpdatesWhileSumming(NetworkCall call) =>
        !IsInParts(call) && ThreadsFor(call.Count, Groups(call)) == ThreadCount.One && Sweep.ThreadsFor(_parameters.Length).Awake <= MostThreadsBetter && !Parameters.Overlaps(call.Inputs);

    private int Groups(NetworkCall call) => SampleGroups.OfGradients(call.Count, _multiplyAdds, _parameters.Length);

    /// <summary>Whether there is a group so long that it is summed in parts.</summary>
    private bool IsInParts(NetworkCall call) => call.Count > (long)Groups(call) * SampleGroups.MostInPart;

    /// <summary>The sums of all groups of samples, each in its place, and the sum of the losses.</summary>
    private double SumAll<TPrograms>(NetworkCall call, Span<float> inputGradients, float scale, int seed, long step) where TPrograms : struct, IGradientPrograms
    {
        if (call.Count >= SampleGroups.LeastDivided)
            return SumGroups<TPrograms>(call, inputGradients, scale, seed, step);
        ref float parameters = ref MemoryMarshal.GetReference(Parameters);
        ref float scratch = ref MemoryMarshal.GetReference(Workspace(0).Span);
        Span<float> gradients = Gradients;
        TPrograms.Prepare(ref parameters, ref scratch);
        return TPrograms.Gradients(
            ref NetworkGuard.Reference(call.Inputs), ref NetworkGuard.Reference(call.Targets), ref NetworkGuard.Reference(call.Labels),
            ref NetworkGuard.Reference(inputGradients), 0, call.Count, ref parameters, ref MemoryMarshal.GetReference(gradients), ref scratch,
            scale, seed, step);
    }

    /// <summary>One group after the other; while the last one's gradients are summed, the parameters are updated.</summary>
    private double SumAndUpdate<TPrograms, TUpdate>(NetworkCall call, float scale, int seed, long step, TUpdate update)
        where TPrograms : struct, IUpdatingPrograms
        where TUpdate : struct, IParameterUpdate, allows ref struct
    {
        int last = Groups(call) - 1;
        ref float parameters = ref MemoryMarshal.GetReference(Parameters);
        ref float scratch = ref MemoryMarshal.GetReference(Workspace(0).Span);
        TPrograms.Prepare(ref parameters, ref scratch);
        double loss = 0;
        for (int group = 0; group < last; group++)
            loss += SumGroup<TPrograms>(call, default, group, last + 1, 0, ref scratch, scale, seed, step);
        if (last > 0)
            update.AddGroups(Gradients, OtherSums(call));
        return loss + TPrograms.Train(
            ref NetworkGuard.Reference(call.Inputs), ref NetworkGuard.Reference(call.Targets), ref NetworkGuard.Reference(call.Labels),
            ref Unsafe.NullRef<float>(), SampleGroups.First(last, last + 1, call.Count), call.Count, ref parameters,
            ref MemoryMarshal.GetReference(SumsOf(call, last)), ref scratch, scale, seed, step, update);
    }

    /// <summary>Sums the gradients of one group of samples in its place, with scratch memory that is prepared, and returns the sum of its losses.</summary>
    internal double SumGroup<TPrograms>(
        NetworkCall call, Span<float> inputGradients, int group, int groups, int participant, ref float scratch, float scale, int seed, long step)
        where TPrograms : struct, IGradientPrograms
    {
        int first = SampleGroups.First(group, groups, call.Count), count = SampleGroups.First(group + 1, groups, call.Count) - first;
        Span<float> sums = SumsOf(call, group);
        int parts = SampleGroups.Parts(count);
        if (parts == 1)
            return SumPart<TPrograms>(call, inputGradients, first, first + count, sums, ref scratch, scale, seed, step);

        Span<double> totals = Totals(participant);
        totals.Clear();
        double loss = 0;
        for (int part = 0; part < parts; part++)
        {
            int start = first + SampleGroups.First(part, parts, count), end = first + SampleGroups.First(part + 1, parts, count);
            loss += SumPart<TPrograms>(call, inputGradients, start, end, sums, ref scratch, scale, seed, step);
            PartTotals.Add(sums, totals);
        }

        PartTotals.Round(totals, sums);
        return loss;
    }

    /// <summary>Sums the gradients of some neighbouring samples, and returns the sum of their losses.</summary>
    private double SumPart<TPrograms>(
        NetworkCall call, Span<float> inputGradients, int first, int end, Span<float> sums, ref float scratch, float scale, int seed, long step)
        where TPrograms : struct, IGradientPrograms =>
        TPrograms.Gradients(
            ref NetworkGuard.Reference(call.Inputs), ref NetworkGuard.Reference(call.Targets), ref NetworkGuard.Reference(call.Labels),
            ref NetworkGuard.Reference(inputGradients), first, end, ref MemoryMarshal.GetReference(Parameters),
            ref MemoryMarshal.GetReference(sums), ref scratch, scale, seed, step);

    /// <summary>Where a group's gradients are summed.</summary>
    private Span<float> SumsOf(NetworkCall call, int group) =>
        group == 0 ? Gradients : OtherSums(call).Slice((group - 1) * _parameters.Length, _parameters.Length);

    /// <summary>Memory for the sum of a group's parts, for one of the threads that take part. As with workspaces, the last one is asked for first.</summary>
    private Span<double> Totals(int participant)
    {
        double[][] totals = _totals;
        if (participant >= totals.Length)
        {
            Array.Resize(ref totals, participant + 1);
            for (int i = _totals.Length; i < totals.Length; i++)
                totals[i] = new double[_parameters.Length];
            _totals = totals;
        }

        return totals[participant];
    }

    /// <summary>Memory for the gradients of all groups but the first.</summary>
    private Span<float> OtherSums(NetworkCall call)
    {
        int length = (Groups(call) - 1) * _parameters.Length;
        if (length == 0)
            return default;
        if (_otherSums is null || _otherSums.Length < length)
            _otherSums = new AlignedMemory(length);
        return _otherSums.Span[..length];
    }

    private AlignedMemory[] AllocateWorkspaces(int count)
    {
        AlignedMemory[] workspaces = new AlignedMemory[count];
        for (int i = 0; i < count; i++)
            workspaces[i] = i < _workspaces.Length ? _workspaces[i] : new AlignedMemory(_workspaceLength);
        return _workspaces = workspaces;
    }

    /// <summary>One array only, whoever asks first.</summary>
    private AlignedMemory AllocateGradients()
    {
        AlignedMemory gradients = new(_parameters.Length);
        return Interlocked.CompareExchange(ref _gradients, gradients, null) ?? gradients;
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
