namespace DslNet.Generators.Planning;

/// <summary>Memory that buffers are allocated in.</summary>
/// <param name="Owner">Whose it is.</param>
/// <param name="Growth">What it grows with.</param>
internal readonly record struct MemoryArea(MemoryOwner Owner, Growth Growth = Growth.None)
{
    /// <summary>The scratch memory of a thread, whose length is known when the program is written.</summary>
    public static MemoryArea Scratch { get; } = new(MemoryOwner.Thread);

    /// <summary>Memory of the call that all its groups share.</summary>
    public static MemoryArea OfCall { get; } = new(MemoryOwner.Call);

    /// <summary>Memory of the call that each group has a part of.</summary>
    public static MemoryArea OfGroups { get; } = new(MemoryOwner.Call, Growth.PerGroup);

    /// <summary>Memory of the call that each sample has a part of.</summary>
    public static MemoryArea OfSamples { get; } = new(MemoryOwner.Call, Growth.PerSample);

    /// <summary>The scratch memory of a thread that each frame of a sequence has a part of.</summary>
    public static MemoryArea OfFrames { get; } = new(MemoryOwner.Thread, Growth.PerFrame);

    public override string ToString()
    {
        string memory = Owner == MemoryOwner.Thread ? "scratch memory" : $"memory of the {(Owner == MemoryOwner.Call ? "call" : "network")}";
        return Growth == Growth.None ? memory : $"{memory}, {Growth.ToString().Replace("Per", "per ").Replace(", ", " and ").ToLowerInvariant()}";
    }
}
