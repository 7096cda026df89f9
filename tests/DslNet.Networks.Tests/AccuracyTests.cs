namespace DslNet.Networks.Tests;

/// <summary>The errors of convolutions by Winograd, which docs/numerics.md states, beside sums in double precision.</summary>
public class AccuracyTests
{
    private const int Channels = 16, Size = 14, Filters = 32, Kernel = 3, Kernels = 20;

    [Fact]
    public void RowsInPairs()
    {
        // Without a fused multiply-add each term rounds twice.
        Assert.SkipUnless(System.Runtime.Intrinsics.X86.Fma.IsSupported || System.Runtime.Intrinsics.Arm.AdvSimd.IsSupported, "There is no fused multiply-add.");
        Filtering network = new(seed: 1);
        PanelLayout layout = new(Filters, Channels, Kernel * Kernel);
        Random random = new(3);
        double errors = 0, outputs = 0;
        for (int draw = 0; draw < Kernels; draw++)
        {
            float[] weights = Normal(random, Filters * layout.Rows, Math.Sqrt(2.0 / layout.Rows)), image = Normal(random, Channels * Size * Size, 1);
            for (int i = 0; i < weights.Length; i++)
                network.Parameters[layout.IndexOf(i / layout.Rows, i % layout.Rows)] = weights[i];
            float[] actual = new float[Filters * Size * Size];
            network.Predict(image, actual);
            for (int i = 0; i < actual.Length; i++)
            {
                double expected = Sum(weights, image, i / (Size * Size), i / Size % Size, i % Size);
                errors += (actual[i] - expected) * (actual[i] - expected);
                outputs += expected * expected;
            }
        }

        Assert.InRange(Math.Sqrt(errors / outputs), 1e-8, 2.5e-7);
    }

    public static TheoryData<int, double, double> TileErrors => new() { { 16, 3.5e-7, 5e-7 }, { 32, 5e-7, 7e-7 }, { 64, 6e-7, 9e-7 } };

    /// <summary>The error of tiles, relative to the outputs, is at most twice that of sums of products.</summary>
    [Theory]
    [MemberData(nameof(TileErrors))]
    public void Tiles(int channels, double least, double most)
    {
        Assert.SkipUnless(System.Runtime.Intrinsics.X86.Fma.IsSupported || System.Runtime.Intrinsics.Arm.AdvSimd.IsSupported, "There is no fused multiply-add.");
        INetwork tiles = channels switch { 16 => new Tiles16(seed: 1), 32 => new Tiles32(seed: 1), _ => new Tiles64(seed: 1) };
        INetwork sums = channels switch { 16 => new Sums16(seed: 1), 32 => new Sums32(seed: 1), _ => new Sums64(seed: 1) };
        int size = channels == 64 ? 8 : 16;
        PanelLayout layout = new(channels, channels, Kernel * Kernel);
        Random random = new(3);
        double errorsOfTiles = 0, errorsOfSums = 0, outputs = 0;
        for (int draw = 0; draw < Kernels; draw++)
        {
            float[] weights = Normal(random, channels * layout.Rows, Math.Sqrt(2.0 / layout.Rows)), image = Normal(random, channels * size * size, 1);
            for (int i = 0; i < weights.Length; i++)
                tiles.Parameters[layout.IndexOf(i / layout.Rows, i % layout.Rows)] = sums.Parameters[layout.IndexOf(i / layout.Rows, i % layout.Rows)] = weights[i];
            float[] byTiles = new float[channels * size * size], bySums = new float[channels * size * size];
            tiles.Predict(image, byTiles);
            sums.Predict(image, bySums);
            for (int i = draw; i < byTiles.Length; i += 5)
            {
                double expected = Sum(weights, image, i / (size * size), i / size % size, i % size, channels, size);
                errorsOfTiles += (byTiles[i] - expected) * (byTiles[i] - expected);
                errorsOfSums += (bySums[i] - expected) * (bySums[i] - expected);
                outputs += expected * expected;
            }
        }

        double ratio = Math.Sqrt(errorsOfTiles / errorsOfSums);
        TestContext.Current.SendDiagnosticMessage($"{channels} channels: {Math.Sqrt(errorsOfTiles / outputs):E2} by tiles, {Math.Sqrt(errorsOfSums / outputs):E2} by sums, {ratio:F2}");
        Assert.InRange(ratio, 1, 2);
        Assert.InRange(Math.Sqrt(errorsOfTiles / outputs), least, most);
    }

    private static double Sum(float[] weights, float[] image, int filter, int row, int column, int channels = Channels, int size = Size)
    {
        double sum = 0;
        for (int channel = 0; channel < channels; channel++)
        {
            for (int y = Math.Max(0, 1 - row); y < Math.Min(Kernel, size + 1 - row); y++)
            {
                for (int x = Math.Max(0, 1 - column); x < Math.Min(Kernel, size + 1 - column); x++)
                    sum += (double)weights[((filter * channels + channel) * Kernel + y) * Kernel + x] * image[(channel * size + row + y - 1) * size + column + x - 1];
            }
        }

        return sum;
    }

    private static float[] Normal(Random random, int length, double scale) => [.. Enumerable.Range(0, length).Select(_ =>
        (float)(scale * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())))];
}
