using System.Globalization;

namespace DslNet.Torch.Tests.Drawing;

/// <summary>
/// The networks that libtorch is asked about. DSLNET_RANDOM_NETWORKS says how many; DSLNET_RANDOM_SEED where to begin.
/// </summary>
internal static class DrawnNetworks
{
    /// <summary>Enough that every layer, loss, join and argument is among them, which is tested.</summary>
    public const int Usual = 450;

    public static IEnumerable<DrawnNetwork> All => Enumerable.Range(Setting("DSLNET_RANDOM_SEED", 1), Setting("DSLNET_RANDOM_NETWORKS", Usual)).Select(DrawnNetwork.Of);

    /// <summary>Those that are tried unless somebody wants others.</summary>
    public static IEnumerable<DrawnNetwork> TriedAlways => Enumerable.Range(1, Usual).Select(DrawnNetwork.Of);

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}
