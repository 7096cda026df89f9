using System.Globalization;

namespace DslNet.Generators.Tests.Harness;

/// <summary>A culture that writes −1,5 with another minus sign and a comma: whoever forgets the invariant culture is found out.</summary>
internal sealed class HostileCulture : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    private HostileCulture()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        CultureInfo.CurrentCulture = culture;
    }

    public static HostileCulture Enter() => new();

    public void Dispose() => CultureInfo.CurrentCulture = _before;
}
