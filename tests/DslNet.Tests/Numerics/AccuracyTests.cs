using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Xunit;

namespace DslNet.Tests.Numerics;

/// <summary>The errors of docs/numerics.md.</summary>
public sealed class AccuracyTests
{
    [Theory]
    [MemberData(nameof(VectorFunctions.Names), MemberType = typeof(VectorFunctions))]
    public void No_error_is_above_the_documented_bound(string name)
    {
        Assert.SkipUnless(Fma.IsSupported || AdvSimd.IsSupported, "The bounds are those of fused multiply-adds.");
        VectorFunction function = VectorFunctions.Named(name);
        float[] xs = Sweep.Between(function.From, function.To);
        float[] ys = function.Apply(xs);

        double worst = 0;
        float at = 0;
        for (int i = 0; i < xs.Length; i++)
        {
            double error = Ulp.Distance(ys[i], function.Exact(xs[i]), function.Floor);
            if (!(error <= worst))
                (worst, at) = (error, xs[i]);
        }

        Assert.True(worst <= function.Bound, $"{name}({at:R}) = {function.At(at):R} is off by {worst:F3} units in the last place.");
        Assert.True(xs.Length > 300_000);
    }

    /// <summary>For the table: the largest error among every 29th float of the range. Minutes, and only on demand: <c>-explicit only</c>.</summary>
    [Theory(Explicit = true)]
    [MemberData(nameof(VectorFunctions.Names), MemberType = typeof(VectorFunctions))]
    public void The_largest_error_is_printed(string name)
    {
        const uint stride = 29;
        const int chunk = 1 << 20;
        VectorFunction function = VectorFunctions.Named(name);
        (double worst, float at) = (0, 0);
        float[] xs = new float[chunk];
        for (ulong bits = 0; bits <= uint.MaxValue;)
        {
            int count = 0;
            for (; count < chunk && bits <= uint.MaxValue; bits += stride)
            {
                float x = BitConverter.UInt32BitsToSingle((uint)bits);
                if (x >= function.From && x <= function.To)
                    xs[count++] = x;
            }

            float[] ys = function.Apply(xs.AsSpan(0, count));
            for (int i = 0; i < count; i++)
            {
                double error = Ulp.Distance(ys[i], function.Exact(xs[i]), function.Floor);
                if (!(error <= worst))
                    (worst, at) = (error, xs[i]);
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {worst:F3} at {at:R}"));
    }

    [Theory]
    [MemberData(nameof(VectorFunctions.Names), MemberType = typeof(VectorFunctions))]
    public void The_bound_is_the_one_in_the_documentation(string name)
    {
        string bound = VectorFunctions.Named(name).Bound.ToString(CultureInfo.InvariantCulture);
        Assert.Contains($"| `{name}` | {bound} |", File.ReadAllText(DocumentationPath()));
    }

    [Theory]
    [InlineData("Tanh")]
    [InlineData("Elu")]
    public void A_tiny_argument_comes_back(string name)
    {
        VectorFunction function = VectorFunctions.Named(name);
        foreach (float x in new[] { 1e-45f, 1e-40f, 1e-38f, 1e-30f, 1e-10f })
        {
            Assert.Equal(x, function.At(x));
            Assert.Equal(-x, function.At(-x));
        }
    }

    private static string DocumentationPath([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "numerics.md");
}
