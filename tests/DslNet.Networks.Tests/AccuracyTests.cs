namespace DslNet.Networks.Tests;

/// <summary>The error of convolutions of rows in pairs, which docs/numerics.md states, beside sums in double precision.</summary>
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

    private static double Sum(float[] weights, float[] image, int filter, int row, int column)
    {
        double sum = 0;
        for (int channel = 0; channel < Channels; channel++)
        {
            for (int y = Math.Max(0, 1 - row); y < Math.Min(Kernel, Size + 1 - row); y++)
            {
                for (int x = Math.Max(0, 1 - column); x < Math.Min(Kernel, Size + 1 - column); x++)
                    sum += (double)weights[((filter * Channels + channel) * Kernel + y) * Kernel + x] * image[(channel * Size + row + y - 1) * Size + column + x - 1];
            }
        }

        return sum;
    }

    private static float[] Normal(Random random, int length, double scale) => [.. Enumerable.Range(0, length).Select(_ =>
        (float)(scale * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())))];
}
