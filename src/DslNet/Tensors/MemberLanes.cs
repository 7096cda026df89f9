namespace DslNet.CompilerServices;

/// <summary>
/// How many members of a population are stored together. Each parameter has the members' values side by side, as many as the widest vectors have lanes, so that
/// memory is the same for all of them. The generator is compiled from this file too, so that there is one number.
/// </summary>
internal static class MemberLanes
{
    /// <summary>Members of a block.</summary>
    public const int Count = 16;
}
