namespace DslNet;

/// <summary>
/// Optimiser state decays towards zero for as long as a gradient stays zero, and would end in denormal values, on which
/// a processor is a hundred times slower (and .NET cannot make it flush them).
/// </summary>
internal static class DenormalGuard
{
    /// <summary>
    /// 2⁻⁹⁷. Added and subtracted again, it leaves values of a magnitude from 2⁻⁷² (2e-22) on alone; smaller ones may lose their last bit, and
    /// below 2⁻⁹⁷ they become multiples of 2⁻¹²⁰ (2⁻¹²¹ if negative), so that none is denormal. Two additions are cheaper than a comparison
    /// and a choice, since they leave the multipliers alone.
    /// </summary>
    public const float Grid = 6.3108872e-30f;
}
