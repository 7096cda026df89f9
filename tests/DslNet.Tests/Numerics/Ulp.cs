namespace DslNet.Tests.Numerics;

/// <summary>Distances in units of the last place.</summary>
internal static class Ulp
{
    private const int MantissaBits = 23;

    /// <summary>
    /// |actual − exact| in the spacing of floats about the exact value, or about floor where the exact value is smaller than that.
    /// </summary>
    internal static double Distance(float actual, double exact, double floor)
    {
        double magnitude = Math.Min(Math.Max(Math.Abs(exact), floor), float.MaxValue);
        double unit = Math.Max(Math.ScaleB(1, Math.ILogB(magnitude) - MantissaBits), float.Epsilon);
        return Math.Abs(actual - exact) / unit;
    }
}
