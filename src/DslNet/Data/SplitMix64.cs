namespace DslNet;

/// <summary>
/// The generator of Steele, Lea and Flood ("Fast splittable pseudorandom number generators", 2014): integers only, the
/// same sequence on every machine and in every version of .NET.
/// </summary>
internal struct SplitMix64(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>An integer from zero up to, but without, a bound, each equally likely (Lemire, 2019, arXiv:1805.10941).</summary>
    public uint Below(uint bound)
    {
        ulong product = (Next() >> 32) * bound;
        if ((uint)product < bound)
        {
            // The few products that would make some results likelier than others are drawn again.
            uint unfair = (0u - bound) % bound;
            while ((uint)product < unfair)
                product = (Next() >> 32) * bound;
        }

        return (uint)(product >> 32);
    }
}
