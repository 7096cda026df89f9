using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace DslNet.CompilerServices;

/// <summary>The memory of one network, all of it aligned to 64 bytes and never moved: for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NetworkMemory
{
    private readonly AlignedMemory _parameters;
    private readonly int _workspaceLength;
    private readonly ArenaPool _arenas;
    private AlignedMemory? _gradients;
    private AlignedMemory? _workspace;
    private int _computing;

    /// <summary>Allocates the parameters; gradients and workspace follow when they are first asked for.</summary>
    /// <param name="parameterLength">Floats of parameters, and so of gradients.</param>
    /// <param name="arenaLength">Floats that one prediction needs.</param>
    /// <param name="workspaceLength">Floats that one gradient computation needs.</param>
    public NetworkMemory(int parameterLength, int arenaLength, int workspaceLength)
    {
        _parameters = new AlignedMemory(parameterLength);
        _arenas = new ArenaPool(arenaLength);
        _workspaceLength = workspaceLength;
    }

    /// <summary>The parameters.</summary>
    public Span<float> Parameters => _parameters.Span;

    /// <summary>The gradients.</summary>
    public Span<float> Gradients => (_gradients ??= new AlignedMemory(_parameters.Length)).Span;

    /// <summary>
    /// Begins a computation of gradients. There is one workspace, and what a kernel finds there it may take for an offset: a
    /// second thread's numbers must never come between.
    /// </summary>
    /// <exception cref="InvalidOperationException">Another thread is computing gradients.</exception>
    public void EnterGradients()
    {
        if (Interlocked.Exchange(ref _computing, 1) != 0)
            throw new InvalidOperationException("Another thread is computing gradients on this network. Let one thread train an instance, or give each thread a network of its own.");
    }

    /// <summary>Ends it.</summary>
    public void LeaveGradients() => Volatile.Write(ref _computing, 0);

    /// <summary>The scratch memory of gradient computations; its content is of no consequence.</summary>
    public Span<float> Workspace => (_workspace ??= new AlignedMemory(_workspaceLength)).Span;

    /// <summary>Takes scratch memory for one prediction; its content is of no consequence.</summary>
    public AlignedMemory RentArena() => _arenas.Rent();

    /// <summary>Gives it back.</summary>
    public void ReturnArena(AlignedMemory arena) => _arenas.Return(arena);
}
