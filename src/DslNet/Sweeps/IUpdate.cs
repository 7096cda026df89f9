namespace DslNet;

/// <summary>What a sweep does to some elements, with its constants in every lane.</summary>
internal interface IUpdate
{
    /// <summary>Updates as many elements as there are lanes.</summary>
    /// <param name="index">The first one.</param>
    void At(int index);

    /// <summary>Prefetches the memory of as many elements.</summary>
    /// <param name="index">The first one.</param>
    void Prefetch(int index);

    /// <summary>Requests exclusive ownership of a parameter's cache line before it is updated.</summary>
    /// <param name="index">Any one of the line.</param>
    void RequestOwnership(int index);
}
