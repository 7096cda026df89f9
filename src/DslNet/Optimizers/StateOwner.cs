using DslNet.CompilerServices;

namespace DslNet;

/// <summary>
/// The network that an optimiser's state belongs to. It is not kept alive; once it is gone, no other network is it.
/// </summary>
/// <remarks>
/// A generated network is known by its parameters, which never move, however they are passed. An <see cref="INetwork"/> of another kind is
/// known as an object; spans are its own as long as it lives and <see cref="INetwork.Parameters"/> is where they are.
/// </remarks>
internal sealed class StateOwner
{
    private readonly WeakReference<object> _owner;
    private readonly int _initializations;

    private StateOwner(object owner, string? name)
    {
        _owner = new WeakReference<object>(owner);
        _initializations = Initializations(owner);
        InBrackets = name is null ? "" : $" ({name})";
    }

    /// <summary>Its name, behind a blank, where it is known.</summary>
    public string InBrackets { get; }

    /// <summary>Which of its parameters are to be left alone; null if it is not a generated network, or gone.</summary>
    public FrozenParameters? Frozen => _owner.TryGetTarget(out object? owner) ? (owner as NetworkMemory)?.Frozen : null;

    /// <summary>Whose parameters these are; null if nobody knows.</summary>
    public static StateOwner? Of(INetwork? network, ReadOnlySpan<float> parameters) =>
        (LiveNetworks.Find(parameters) ?? (object?)network) is { } owner ? new StateOwner(owner, network?.Description.Name) : null;

    /// <summary>Whether these are the owner's parameters, and were not drawn anew since.</summary>
    public bool Holds(INetwork? network, ReadOnlySpan<float> parameters) =>
        _owner.TryGetTarget(out object? owner) && Is(owner, network, parameters) && Initializations(owner) == _initializations;

    /// <summary>Whether these are the owner's parameters, as they are or drawn anew.</summary>
    public bool Is(INetwork? network, ReadOnlySpan<float> parameters) => _owner.TryGetTarget(out object? owner) && Is(owner, network, parameters);

    private static bool Is(object owner, INetwork? network, ReadOnlySpan<float> parameters)
    {
        if (owner is NetworkMemory memory)
            return memory.Parameters == parameters;
        var other = (INetwork)owner;
        return network is not null ? ReferenceEquals(other, network) : other.Parameters == parameters;
    }

    /// <summary>A count that changes when parameters are drawn anew. Networks that do not count have at least a seed.</summary>
    private static int Initializations(object owner) => owner is NetworkMemory memory ? memory.Initializations : ((INetwork)owner).Seed;
}
