using System.Reflection;
using System.Runtime.Intrinsics;
using DslNet.Numerics;
using Xunit;

namespace DslNet.Tests.Numerics;

/// <summary>Infinities, zeros, NaN, and the ends of the ranges.</summary>
public sealed class SpecialValueTests
{
    private const float Inf = float.PositiveInfinity;

    [Theory]
    [InlineData("Exp", -Inf, 0f)]
    [InlineData("Exp", -87.31f, 0f)]
    [InlineData("Exp", 0f, 1f)]
    [InlineData("Exp", 88.72284f, Inf)]
    [InlineData("Exp", 1e30f, Inf)]
    [InlineData("Exp", Inf, Inf)]
    [InlineData("ExpNonPositive", -Inf, 0f)]
    [InlineData("ExpNonPositive", -0f, 1f)]
    [InlineData("Log", 0f, -Inf)]
    [InlineData("Log", 1f, 0f)]
    [InlineData("Log", Inf, Inf)]
    [InlineData("Log", -1f, float.NaN)]
    [InlineData("Log", -1e-45f, float.NaN)]
    [InlineData("Log", -Inf, float.NaN)]
    [InlineData("Softplus", -Inf, 0f)]
    [InlineData("Softplus", -87.31f, 0f)]
    [InlineData("Softplus", Inf, Inf)]
    [InlineData("Softplus", 1e30f, 1e30f)]
    [InlineData("SoftplusDerivative", -Inf, 0f)]
    [InlineData("SoftplusDerivative", 0f, 0.5f)]
    [InlineData("SoftplusDerivative", Inf, 1f)]
    [InlineData("Sigmoid", -Inf, 0f)]
    [InlineData("Sigmoid", -87.31f, 0f)]
    [InlineData("Sigmoid", 0f, 0.5f)]
    [InlineData("Sigmoid", Inf, 1f)]
    [InlineData("Tanh", -Inf, -1f)]
    [InlineData("Tanh", Inf, 1f)]
    [InlineData("Tanh", 0f, 0f)]
    [InlineData("Erf", -Inf, -1f)]
    [InlineData("Erf", Inf, 1f)]
    [InlineData("Erf", 0f, 0f)]
    [InlineData("Sin", -Inf, float.NaN)]
    [InlineData("Sin", Inf, float.NaN)]
    [InlineData("Sin", 0f, 0f)]
    [InlineData("Sin", 1.57079637f, 1f)]
    [InlineData("Sin", 3.14159274f, -8.742278e-8f)]
    [InlineData("Sin", 1e-40f, 1e-40f)]
    [InlineData("Sin", 1e30f, -0.99911378895f)]
    [InlineData("Cos", -Inf, float.NaN)]
    [InlineData("Cos", Inf, float.NaN)]
    [InlineData("Cos", 0f, 1f)]
    [InlineData("Cos", 1.57079637f, -4.371139e-8f)]
    [InlineData("Cos", 3.14159274f, -1f)]
    [InlineData("Cos", -1e30f, 0.04209081525f)]
    [InlineData("Elu", -Inf, -1f)]
    [InlineData("Elu", Inf, Inf)]
    [InlineData("EluDerivative", -Inf, 0f)]
    [InlineData("EluDerivative", -87.31f, 0f)]
    [InlineData("EluDerivative", 0f, 1f)]
    [InlineData("EluDerivative", Inf, 1f)]
    [InlineData("EluDerivative", float.NaN, 1f)]
    [InlineData("Silu", -Inf, -0f)]
    [InlineData("Silu", -1e30f, -0f)]
    [InlineData("Silu", Inf, Inf)]
    [InlineData("SiluDerivative", -Inf, 0f)]
    [InlineData("SiluDerivative", 0f, 0.5f)]
    [InlineData("SiluDerivative", Inf, 1f)]
    [InlineData("Mish", -Inf, -0f)]
    [InlineData("Mish", -1e30f, -0f)]
    [InlineData("Mish", -87.31f, -0f)]
    [InlineData("Mish", 0f, 0f)]
    [InlineData("Mish", 1e-40f, 6e-41f)]
    [InlineData("Mish", 1e30f, 1e30f)]
    [InlineData("Mish", Inf, Inf)]
    [InlineData("MishDerivative", -Inf, 0f)]
    [InlineData("MishDerivative", -1e30f, 0f)]
    [InlineData("MishDerivative", 0f, 0.6f)]
    [InlineData("MishDerivative", 1e30f, 1f)]
    [InlineData("MishDerivative", Inf, 1f)]
    [InlineData("Gelu", -Inf, -0f)]
    [InlineData("Gelu", -1e30f, -0f)]
    [InlineData("Gelu", 0f, 0f)]
    [InlineData("Gelu", Inf, Inf)]
    [InlineData("Gelu", 1e30f, 1e30f)]
    [InlineData("GeluDerivative", -Inf, 0f)]
    [InlineData("GeluDerivative", 0f, 0.5f)]
    [InlineData("GeluDerivative", Inf, 1f)]
    public void Known_value(string name, float x, float expected)
    {
        float actual = VectorFunctions.Named(name).At(x);
        if (expected == 0)
            Assert.Equal(0, actual);
        else
            Assert.Equal(expected, actual);
    }

    [Fact]
    public void None_is_missing()
    {
        Assert.Equal(VectorFunctions.OfLibrary.Order(), VectorFunctions.All.Select(function => function.Name).Order());
        Assert.Equal(
            VectorFunctions.OfLibrary.Order(),
            typeof(SpecialValueTests).GetMethod(nameof(Known_value))!.GetCustomAttributes<InlineDataAttribute>().Select(data => (string)data.Data[0]!).Distinct().Order());
    }

    [Theory]
    [InlineData("Tanh")]
    [InlineData("Erf")]
    [InlineData("Mish")]
    public void The_sign_of_zero_survives(string name)
    {
        Assert.True(float.IsNegative(VectorFunctions.Named(name).At(-0f)));
        Assert.False(float.IsNegative(VectorFunctions.Named(name).At(0f)));
    }

    [Fact]
    public void Minus_zero_is_zero()
    {
        Assert.Equal(1, VectorFunctions.Named("Exp").At(-0f));
        Assert.Equal(float.NegativeInfinity, VectorFunctions.Named("Log").At(-0f));
    }

    [Fact]
    public void NaN_gives_NaN_whatever_its_payload_and_sign()
    {
        // But for one, which is what PyTorch's is.
        foreach (VectorFunction function in VectorFunctions.All.Where(function => function.Name != "EluDerivative"))
        {
            foreach (uint bits in new[] { 0x7FC00000u, 0xFFC00000u, 0x7FC00001u, 0x7FFFFFFFu, 0xFFFFFFFFu, 0x7FC0007Fu, 0x7FA00000u })
                Assert.True(float.IsNaN(function.At(BitConverter.UInt32BitsToSingle(bits))), $"{function.Name} of {bits:X8}");
        }
    }

    /// <summary>Subnormal numbers are slow, and .NET cannot flush them to zero: normal arguments, small ones aside, must not give any.</summary>
    [Theory]
    [MemberData(nameof(VectorFunctions.Names), MemberType = typeof(VectorFunctions))]
    public void No_subnormal_result(string name)
    {
        VectorFunction function = VectorFunctions.Named(name);
        float[] xs = [.. Sweep.Between(-float.MaxValue, function.To).Where(x => Math.Abs(x) > 1e-30f)];
        float[] ys = function.Apply(xs);
        for (int i = 0; i < xs.Length; i++)
            Assert.False(float.IsSubnormal(ys[i]), $"{name}({xs[i]:R}) = {ys[i]:R}");
    }

    [Fact]
    public void Max_and_min_are_the_conditional_expressions()
    {
        float[] values = [0f, -0f, 1f, -1f, float.NaN, -float.NaN, Inf, -Inf, 1e-45f];
        foreach (float a in values)
        {
            foreach (float b in values)
            {
                AssertBits(a > b ? a : b, VectorMath.Max(Vector256.Create(a), Vector256.Create(b)).GetElement(5));
                AssertBits(a > b ? a : b, VectorMath.Max(Vector128.Create(a), Vector128.Create(b)).GetElement(1));
                float propagated = float.IsNaN(a) || float.IsNaN(b) ? float.NaN : a > b ? a : b;
                AssertBits(propagated, VectorMath.MaxOrNaN(Vector256.Create(a), Vector256.Create(b)).GetElement(5));
                AssertBits(propagated, VectorMath.MaxOrNaN(Vector128.Create(a), Vector128.Create(b)).GetElement(1));
                AssertBits(a < b ? a : b, VectorMath.Min(Vector256.Create(a), Vector256.Create(b)).GetElement(5));
                float least = float.IsNaN(a) || float.IsNaN(b) ? float.NaN : a < b ? a : b;
                AssertBits(least, VectorMath.MinOrNaN(Vector256.Create(a), Vector256.Create(b)).GetElement(5));
                AssertBits(least, VectorMath.MinOrNaN(Vector128.Create(a), Vector128.Create(b)).GetElement(1));
                AssertBits(a < b ? a : b, VectorMath.Min(Vector128.Create(a), Vector128.Create(b)).GetElement(1));
            }
        }
    }

    [Fact]
    public void Derivatives_from_outputs()
    {
        Assert.Equal(0.75f, VectorMath.TanhDerivativeFromOutput(Vector256.Create(-0.5f)).GetElement(0));
        Assert.Equal(0.1875f, VectorMath.SigmoidDerivativeFromOutput(Vector256.Create(0.25f)).GetElement(0));
    }

    /// <summary>
    /// The derivatives that are computed from the output end where that is rounded to 1: sigmoid's where 1 is the nearest float, at ln(2²⁵);
    /// tanh's a little sooner than that, which would be at ½ ln(2²⁶). How far they are off until there is what docs/numerics.md says.
    /// </summary>
    [Theory]
    [InlineData("Tanh", 8.491f, 2.2e-7)]
    [InlineData("Sigmoid", 17.3286f, 4e-8)]
    public void A_derivative_from_the_output_lasts_until_there(string name, float end, double bound)
    {
        Assert.SkipUnless(System.Runtime.Intrinsics.X86.Fma.IsSupported || System.Runtime.Intrinsics.Arm.AdvSimd.IsSupported, "The bounds are those of fused multiply-adds.");
        VectorFunction function = VectorFunctions.Named(name);
        Assert.Equal(1, function.At(end + 0.001f));
        for (float x = 0; x <= end; x += 0.0007f)
        {
            Vector256<float> y = function.Wide(Vector256.Create(x));
            float slope = (name == "Tanh" ? VectorMath.TanhDerivativeFromOutput(y) : VectorMath.SigmoidDerivativeFromOutput(y)).GetElement(0);
            double z = Math.Exp(name == "Tanh" ? -2.0 * x : -x), exact = (name == "Tanh" ? 4 : 1) * z / ((1 + z) * (1 + z));
            Assert.True(slope > 0, $"{name} at {x:R}");
            Assert.InRange(slope, exact - bound, exact + bound);
        }
    }

    private static void AssertBits(float expected, float actual) =>
        Assert.True(BitConverter.SingleToInt32Bits(expected) == BitConverter.SingleToInt32Bits(actual) || float.IsNaN(expected) && float.IsNaN(actual));
}
