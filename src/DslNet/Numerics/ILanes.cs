namespace DslNet;

/// <summary>
/// A few floats and the only operations an update may use: each gives the same bits for a float whatever lanes
/// are beside it, so that a kernel written once over lanes is exact on every vector width and in the tail.
/// </summary>
internal interface ILanes<TSelf> where TSelf : struct, ILanes<TSelf>
{
    static abstract int Count { get; }

    static abstract TSelf All(float value);

    static abstract TSelf Load(ref float start, int index);

    static abstract void Store(TSelf lanes, ref float start, int index);

    static abstract TSelf operator *(TSelf left, TSelf right);

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf left, TSelf right);

    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary>left · right + addend, rounded once where the processor can (and never by slow software).</summary>
    static abstract TSelf Fuse(TSelf left, TSelf right, TSelf addend);

    /// <summary>addend − left · right, rounded likewise.</summary>
    static abstract TSelf FuseNegated(TSelf left, TSelf right, TSelf addend);

    static abstract TSelf SquareRoot(TSelf lanes);

    /// <summary>
    /// Rounded by <see cref="DenormalGuard.Grid"/>, so that what is very small is not denormal. NaN stays NaN: a broken training must show.
    /// </summary>
    static abstract TSelf RoundTiny(TSelf lanes);

    /// <summary>1 or −1, with the sign of what is neither zero nor NaN; these stay what they are.</summary>
    static abstract TSelf Sign(TSelf lanes);
}
