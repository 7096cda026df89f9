namespace DslNet;

/// <summary>A network of a known class, which can be created without naming the class.</summary>
/// <typeparam name="TSelf">The network's class.</typeparam>
public interface INetwork<TSelf> : INetwork where TSelf : INetwork<TSelf>
{
    /// <summary>The layers, shapes and parameters of every instance of the class.</summary>
    static abstract NetworkDescription Declaration { get; }

    /// <summary>Creates a network whose parameters are drawn from a seed.</summary>
    static abstract TSelf Create(int seed);
}
