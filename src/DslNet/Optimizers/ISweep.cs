namespace DslNet;

/// <summary>An update of vectors, element by element, written once for every width of lanes.</summary>
internal interface ISweep
{
    /// <summary>The number of elements.</summary>
    int Length { get; }

    /// <summary>Updates as many whole lanes as fit between two indices.</summary>
    /// <returns>The index of the first element not updated.</returns>
    int Run<TLanes>(int start, int end) where TLanes : struct, ILanes<TLanes>;
}
