using DslNet.Generators.Operations;

namespace DslNet.Generators.Planning;

/// <summary>Where the copies of a buffer are.</summary>
/// <param name="Area">Which memory they are in.</param>
/// <param name="KeptBy">The loop whose turns keep their content: it is gone when the next one begins.</param>
/// <param name="Reserved">Floats, for each of what the memory grows with.</param>
/// <param name="Offset">Where they begin, in floats for each of what the memory grows with.</param>
internal sealed record Allocation(MemoryArea Area, Level KeptBy, long Reserved, long Offset)
{
    public long End => Offset + Reserved;
}
