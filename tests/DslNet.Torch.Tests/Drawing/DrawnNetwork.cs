using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Values;

namespace DslNet.Torch.Tests.Drawing;

/// <summary>A network thrown together at random.</summary>
/// <param name="Seed">What it follows from.</param>
/// <param name="Attributes">How it is declared.</param>
internal sealed record DrawnNetwork(int Seed, string Attributes)
{
    // One in so many is deep: it costs as much as several others.
    private const int Deep = 10;

    // One in so many is of sequences, beside those that are by chance: their layers are many, and each has to be drawn with all its arguments.
    private const int OfFrames = 8;

    /// <summary>The name of its class.</summary>
    public string Name => "Drawn" + Seed.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Its class.</summary>
    public string Source => NetworkText.Class(Name, Attributes);

    public static DrawnNetwork Of(int seed)
    {
        OracleNetwork network = seed % Deep == 0 ? RandomNetworks.DrawDeep(seed) : seed % OfFrames == 1 ? RandomNetworks.DrawOfFrames(seed) : RandomNetworks.Draw(seed);
        DrawnArguments arguments = new(new Random(seed));
        return new(seed, NetworkText.Attributes(network, arguments.Of, arguments.Of));
    }
}
