namespace DslNet;

/// <summary>What a sweep does to some elements, with its constants in every lane.</summary>
internal interface IUpdate
{
    /// <summary>Updates as many elements as there are lanes.</summary>
    /// <param name="index">The first one.</param>
    void At(int index);

    /// <summary>Asks for the memory of as many elements, so that it is near when they are updated.</summary>
    /// <param name="index">The first one.</param>
    void Prefetch(int index);

    /// <summary>Writes a parameter back as it is, so that its cache line is this core's own when it is updated.</summary>
    /// <param name="index">Any one of the line.</param>
    void Own(int index);
}
