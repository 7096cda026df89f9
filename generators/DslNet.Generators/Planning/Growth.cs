namespace DslNet.Generators.Planning;

/// <summary>Of what each has a part of some memory, so that it grows with their number, which no plan knows.</summary>
[Flags]
internal enum Growth
{
    None = 0,

    /// <summary>A group of the call.</summary>
    PerGroup = 1,

    /// <summary>A block of the call.</summary>
    PerBlock = 2,

    /// <summary>A sample of the call, or one that a tile of samples has behind the last one.</summary>
    PerSample = 4,

    /// <summary>A frame of the sequence that is worked on, or one that a tile of frames has behind the last one.</summary>
    PerFrame = 8,
}
