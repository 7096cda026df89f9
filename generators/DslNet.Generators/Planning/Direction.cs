namespace DslNet.Generators.Planning;

/// <summary>In which order the turns of a loop come.</summary>
internal enum Direction
{
    Ascending,

    /// <summary>The last one first: gradients of a sequence are those of its last frame first.</summary>
    Descending,
}
