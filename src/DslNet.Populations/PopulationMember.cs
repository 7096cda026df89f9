using DslNet.CompilerServices;

namespace DslNet.Populations;

/// <summary>One member of a population.</summary>
/// <typeparam name="TNetwork">Its class.</typeparam>
public readonly struct PopulationMember<TNetwork> where TNetwork : IPopulationNetwork<TNetwork>
{
    private readonly Population<TNetwork> _population;

    internal PopulationMember(Population<TNetwork> population, int index) => (_population, Index) = (population, index);

    /// <summary>Which member it is.</summary>
    public int Index { get; }

    /// <summary>Gives a network the member's parameters.</summary>
    /// <param name="network">The network.</param>
    public void CopyTo(TNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        CopyTo(network.Parameters);
    }

    /// <summary>Gives the member a network's parameters.</summary>
    /// <param name="network">The network.</param>
    public void CopyFrom(TNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        CopyFrom(network.Parameters);
    }

    /// <summary>Gives the member those of another: of the same population or another one.</summary>
    /// <param name="other">The other.</param>
    public void CopyFrom(PopulationMember<TNetwork> other)
    {
        ReadOnlySpan<float> from = other.Block;
        Span<float> to = Block;
        for (int i = 0; i < to.Length; i += MemberMemory.Lanes)
            to[i + Lane] = from[i + other.Lane];
    }

    /// <summary>A network with the member's parameters.</summary>
    public TNetwork ToNetwork()
    {
        TNetwork network = TNetwork.Create(0);
        CopyTo(network);
        return network;
    }

    /// <summary>Copies the parameters out, in the order of <see cref="INetwork.Parameters"/>.</summary>
    internal void CopyTo(Span<float> parameters)
    {
        ReadOnlySpan<float> block = Block;
        for (int i = 0; i < parameters.Length; i++)
            parameters[i] = block[i * MemberMemory.Lanes + Lane];
    }

    /// <summary>Copies the parameters in, in the order of <see cref="INetwork.Parameters"/>.</summary>
    internal void CopyFrom(ReadOnlySpan<float> parameters)
    {
        Span<float> block = Block;
        for (int i = 0; i < parameters.Length; i++)
            block[i * MemberMemory.Lanes + Lane] = parameters[i];
    }

    private Span<float> Block => _population.Block(Index / MemberMemory.Lanes);

    private int Lane => Index % MemberMemory.Lanes;
}
