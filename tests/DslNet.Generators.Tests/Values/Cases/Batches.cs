namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>Numbers of samples around the boundaries of tiles (8), blocks (32, 64) and sample groups (128).</summary>
internal static class Batches
{
    public static readonly int[] Small = [1, 2, 3, 5, 7], Many = [1, 2, 3, 5, 7, 31, 33, 64, 65, 127, 128, 130, 257], Few = [1, 5, 33];
}
