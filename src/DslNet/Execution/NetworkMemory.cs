using System.ComponentModel;
using System.Runtime.InteropServices;

namespace DslNet.CompilerServices;

/// <summary>The memory of one network, all of it aligned to 64 bytes and never moved: for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NetworkMemory
{
    /// <summary>The floats that fit into an array.</summary>
    private const int MostFloats = int.MaxValue - 1024;

    private readonly AlignedMemory _parameters;
    private readonly ArenaPool _arenas;
    private int _workspaceLength;
    private AlignedMemory[] _workspaces = [];
    private AlignedMemory? _gradients;
    private AlignedMemory? _otherSums;
    private AlignedMemory? _call;
    private double[][] _totals = [];
    private int _computing;

    /// <summary>Allocates the parameters; gradients and scratch memory follow when they are first needed.</summary>
    /// <param name="parameterLength">Floats of parameters, and so of gradients.</param>
    /// <param name="arenaLength">Floats of scratch memory that one thread needs to predict.</param>
    /// <param name="workspaceLength">Floats of scratch memory that one thread needs to compute gradients.</param>
    /// <param name="multiplyAdds">Multiply-adds of a prediction of one sample.</param>
    /// <param name="stateLength">Floats of states, which are stored behind the parameters.</param>
    public NetworkMemory(int parameterLength, int arenaLength, int workspaceLength, long multiplyAdds, int stateLength = 0)
    {
        _parameters = new AlignedMemory(parameterLength, behind: stateLength);
        _arenas = new ArenaPool(arenaLength);
        _workspaceLength = workspaceLength;
        MultiplyAdds = multiplyAdds;
        Frozen = new FrozenParameters(parameterLength);
        LiveNetworks.Add(this);
    }

    /// <summary>The parameters.</summary>
    public Span<float> Parameters => _parameters.Span;

    /// <summary>What layers keep beside the parameters.</summary>
    public Span<float> States => _parameters.Behind;

    /// <summary>Both.</summary>
    public Span<float> ParametersAndStates => _parameters.All;

    /// <summary>The gradients.</summary>
    public Span<float> Gradients => (_gradients ?? AllocateGradients()).Span;

    /// <summary>Multiply-adds of a prediction of one sample, from which follows how a call is divided.</summary>
    internal long MultiplyAdds { get; }

    /// <summary>The parameters that optimisers leave alone.</summary>
    internal FrozenParameters Frozen { get; }

    /// <summary>Has optimisers leave a tensor alone.</summary>
    /// <param name="start">Its first parameter.</param>
    /// <param name="length">How many parameters it occupies.</param>
    public NetworkMemory Freeze(int start, int length)
    {
        Frozen.Set(start, length, frozen: true);
        return this;
    }

    /// <summary>The processes that compute gradients together; null where this one does alone.</summary>
    internal RankSums? Ranks { get; set; }

    /// <summary>How often the parameters were drawn.</summary>
    internal int Initializations { get; set; }

    /// <summary>
    /// Begins a computation of gradients. There is one set of workspaces, and kernels read argmax offsets from them: a second training thread
    /// that overwrote them would cause accesses out of bounds.
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

    /// <summary>Allocates until there are so many arenas, so that no thread must do so in the middle of its work.</summary>
    internal void ReserveArenas(int count) => _arenas.Reserve(count);

    /// <summary>Makes arenas at least so long, for the frames of long sequences.</summary>
    /// <param name="length">How many floats.</param>
    /// <param name="frames">The frames of a sequence, for the message.</param>
    /// <exception cref="ArgumentException">They are more than an array can have.</exception>
    internal void LengthenArenas(long length, int frames)
    {
        if (length > MostFloats)
        {
            throw new ArgumentException(
                $"To predict from a sequence of {frames} frames keeps {length} values until all frames are read, and an array has {MostFloats} at most. Pass shorter sequences.", nameof(frames));
        }

        _arenas.Lengthen((int)length);
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

    /// <summary>Makes workspaces at least so long, for the frames of long sequences. It is called when gradients are computed alone.</summary>
    /// <param name="length">How many floats.</param>
    /// <param name="frames">The frames of a sequence, for the message.</param>
    /// <exception cref="ArgumentException">They are more than an array can have.</exception>
    internal void ReserveWorkspaces(long length, int frames)
    {
        if (length <= _workspaceLength)
            return;
        if (length > MostFloats)
        {
            throw new ArgumentException(
                $"To train on a sequence of {frames} frames keeps {length} values until the gradients are computed, and an array has {MostFloats} at most. Pass shorter sequences.", nameof(frames));
        }

        (_workspaceLength, _workspaces) = ((int)length, []);
    }

    /// <summary>Where the gradients of one of several groups are summed; the first group's in <see cref="Gradients"/>.</summary>
    internal Span<float> GroupSums(int group, int groups) =>
        group == 0 ? Gradients : OtherSums(groups).Slice((group - 1) * _parameters.Length, _parameters.Length);

    /// <summary>Where the gradients of all groups but the first are summed, one group after the other.</summary>
    internal Span<float> OtherSums(int groups)
    {
        int length = (groups - 1) * _parameters.Length;
        if (length == 0)
            return default;
        if (_otherSums is null || _otherSums.Length < length)
            _otherSums = new AlignedMemory(length);
        return _otherSums.Span[..length];
    }

    /// <summary>Memory for the sum of a group's parts, for one of the threads that take part. As with workspaces, the last one is asked for first.</summary>
    internal Span<double> Totals(int participant)
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

    /// <summary>Clears the sums of the parts of some groups, each in its own memory.</summary>
    internal void ClearTotals(int groups)
    {
        Totals(groups - 1);
        for (int group = 0; group < groups; group++)
            Totals(group).Clear();
    }

    /// <summary>Where the memory of the last call with phases begins.</summary>
    internal ref float Call => ref MemoryMarshal.GetReference(_call!.Span);

    /// <summary>Memory that phases of a call leave something in for each other. It grows with the samples of a call, and stays.</summary>
    /// <param name="length">How many floats.</param>
    /// <param name="samples">The samples of the call, for the message.</param>
    /// <exception cref="ArgumentException">They are more than an array can have.</exception>
    internal ref float CallMemory(long length, int samples)
    {
        if (length > MostFloats)
        {
            throw new ArgumentException(
                $"A training step of {samples} samples keeps {length} values until all samples are normalized, and an array has {MostFloats} at most. Pass fewer samples at once.", nameof(samples));
        }

        if (_call is null || _call.Length < length)
            _call = new AlignedMemory((int)length);
        return ref Call;
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
}
