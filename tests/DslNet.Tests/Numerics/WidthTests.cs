using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text.RegularExpressions;
using DslNet.Numerics;
using Xunit;

namespace DslNet.Tests.Numerics;

/// <summary>Every width computes the same bits.</summary>
public sealed partial class WidthTests
{
    [Theory]
    [MemberData(nameof(VectorFunctions.Names), MemberType = typeof(VectorFunctions))]
    public void Both_widths_have_the_same_bits(string name)
    {
        VectorFunction function = VectorFunctions.Named(name);
        float[] xs = [.. Sweep.Numbers.Where((_, i) => i % 3 == 0), float.NaN, float.PositiveInfinity, float.NegativeInfinity, -0f];
        AssertSame(xs, function.Wide, function.Narrow);
    }

    [Fact]
    public void Both_widths_of_functions_with_two_arguments_have_the_same_bits()
    {
        float[] xs = [.. Sweep.Numbers.Where((_, i) => i % 7 == 0), float.NaN, float.PositiveInfinity, float.NegativeInfinity, -0f];
        AssertSame(xs, x => VectorMath.Elu(x, Vector256.Create(0.3f)), x => VectorMath.Elu(x, Vector128.Create(0.3f)));
        AssertSame(xs, x => VectorMath.EluDerivative(x, Vector256.Create(0.3f)), x => VectorMath.EluDerivative(x, Vector128.Create(0.3f)));
        AssertSame(xs, VectorMath.TanhDerivativeFromOutput, VectorMath.TanhDerivativeFromOutput);
        AssertSame(xs, VectorMath.SigmoidDerivativeFromOutput, VectorMath.SigmoidDerivativeFromOutput);
        AssertSame(xs, x => VectorMath.Max(x, Vector256.Create(0.1f)), x => VectorMath.Max(x, Vector128.Create(0.1f)));
        AssertSame(xs, x => VectorMath.MaxOrNaN(x, Vector256.Create(0.1f)), x => VectorMath.MaxOrNaN(x, Vector128.Create(0.1f)));
        AssertSame(xs, x => VectorMath.MinOrNaN(x, Vector256.Create(0.1f)), x => VectorMath.MinOrNaN(x, Vector128.Create(0.1f)));
        AssertSame(xs, x => VectorMath.Min(Vector256.Create(0.1f), x), x => VectorMath.Min(Vector128.Create(0.1f), x));
    }

    /// <summary>The few functions that there are of the widest vectors: without AVX-512 they run as two halves.</summary>
    [Fact]
    public void The_widest_vectors_have_the_same_bits()
    {
        float[] xs = [.. Sweep.Numbers.Where((_, i) => i % 7 == 0), float.NaN, float.PositiveInfinity, float.NegativeInfinity, -0f];
        AssertSame(xs, Halves(VectorMath.TanhDerivativeFromOutput), VectorMath.TanhDerivativeFromOutput);
        AssertSame(xs, Halves(VectorMath.SigmoidDerivativeFromOutput), VectorMath.SigmoidDerivativeFromOutput);
        AssertSame(xs, Halves(x => VectorMath.Max(x, Vector512.Create(0.1f))), x => VectorMath.Max(x, Vector128.Create(0.1f)));
        AssertSame(xs, Halves(x => VectorMath.MaxOrNaN(x, Vector512.Create(0.1f))), x => VectorMath.MaxOrNaN(x, Vector128.Create(0.1f)));
        AssertSame(xs, Halves(x => VectorMath.MinOrNaN(x, Vector512.Create(0.1f))), x => VectorMath.MinOrNaN(x, Vector128.Create(0.1f)));
        AssertSame(xs, Halves(x => VectorMath.Max(Vector512<float>.Zero, x)), x => VectorMath.Max(Vector128<float>.Zero, x));
    }

    [Fact]
    public void A_lane_does_not_depend_on_the_others()
    {
        foreach (VectorFunction function in VectorFunctions.All)
        {
            Vector256<float> mixed = Vector256.Create(-3f, float.NaN, 100f, -0.25f, float.NegativeInfinity, 1e-40f, 0.7f, -90f);
            Vector256<float> y = function.Wide(mixed);
            for (int lane = 0; lane < Vector256<float>.Count; lane++)
                Assert.Equal(function.At(mixed.GetElement(lane)), y.GetElement(lane));
        }
    }

    /// <summary>The text is written out per width: the copies must not drift apart. Four lanes have a multiply-add of their own, for processors without one.</summary>
    [Fact]
    public void The_text_of_both_widths_is_the_same()
    {
        string[] files = [.. Directory.GetFiles(SourceFolder(), "VectorMath*.cs").Where(file => file != WidestFile())];
        Assert.NotEmpty(files);
        foreach (string file in files)
        {
            string[] methods = Methods(file);
            List<string> wide = [.. methods.Where(m => m.Contains("Vector256"))];
            List<string> narrow = [.. methods.Where(m => !m.Contains("Vector256"))];
            Assert.Equal(wide.Select(m => m.Replace("Vector256.MultiplyAddEstimate", "MultiplyAdd").Replace("Vector256", "Vector128").Replace("Avx.", "Sse.")), narrow);
        }

        string[] widest = Methods(WidestFile()), half = [.. files.SelectMany(Methods)];
        Assert.NotEmpty(widest);
        Assert.All(widest, m => Assert.Contains(m.Replace("Vector512", "Vector256").Replace("Avx512F.", "Avx."), half));
    }

    private static string[] Methods(string file) => [.. Method().Matches(Comment().Replace(File.ReadAllText(file), "")).Select(m => m.Value)];

    private static string WidestFile() => Path.Combine(SourceFolder(), "VectorMath.Vector512.cs");

    /// <summary>A function of the widest vectors, of one half; the other half gets the same numbers the other way round, and must give the same.</summary>
    private static Func<Vector256<float>, Vector256<float>> Halves(Func<Vector512<float>, Vector512<float>> function) => x =>
    {
        Vector256<float> reversed = Vector256.Shuffle(x, Vector256.Create(7, 6, 5, 4, 3, 2, 1, 0));
        Vector512<float> y = function(Vector512.Create(x, reversed));
        Vector256<float> again = Vector256.Shuffle(y.GetUpper(), Vector256.Create(7, 6, 5, 4, 3, 2, 1, 0));
        Assert.Equal(y.GetLower().AsInt32(), again.AsInt32());
        return y.GetLower();
    };

    private static void AssertSame(
        float[] xs, Func<Vector256<float>, Vector256<float>> wide, Func<Vector128<float>, Vector128<float>> narrow)
    {
        for (int i = 0; i + Vector256<float>.Count <= xs.Length; i += Vector256<float>.Count)
        {
            Vector256<float> x = Vector256.Create(xs, i);
            Vector256<float> expected = wide(x);
            Vector256<float> actual = Vector256.Create(narrow(x.GetLower()), narrow(x.GetUpper()));

            // All NaNs count as equal, so only lanes in which one of the two is a number are compared.
            Vector256<int> different = ~Vector256.Equals(expected.AsInt32(), actual.AsInt32())
                & ~(Vector256.IsNaN(expected) & Vector256.IsNaN(actual)).AsInt32();
            Assert.True(different == Vector256<int>.Zero, $"{x}: {expected} and {actual}");
        }
    }

    [GeneratedRegex(@"^    \[MethodImpl.*?^    \}\n", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Method();

    [GeneratedRegex(@"^ *//[^\n]*\n", RegexOptions.Multiline)]
    private static partial Regex Comment();

    private static string SourceFolder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "DslNet", "Numerics");
}
