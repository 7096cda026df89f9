namespace DslNet;

/// <summary>An elementwise pass over vectors such as the parameters, written once for every width of lanes.</summary>
internal interface ISweep
{
    /// <summary>The number of elements.</summary>
    int Length { get; }

    /// <summary>Updates as many whole lanes as fit between two indices.</summary>
    /// <param name="start">The first index.</param>
    /// <param name="end">The index after the last.</param>
    /// <param name="isDivided">Whether several threads share the elements, so that another core's cache has some of what is written.</param>
    /// <returns>The index of the first element not updated.</returns>
    int Run<TLanes>(int start, int end, bool isDivided) where TLanes : struct, ILanes<TLanes>;
}
