using System.Reflection;
using System.Runtime.Intrinsics;
using DslNet.Numerics;
using Xunit;

namespace DslNet.Tests.Numerics;

/// <summary>Every function of one vector, with the bounds that docs/numerics.md promises.</summary>
public static class VectorFunctions
{
    private const float Max = float.MaxValue;

    // The derivatives cross zero, and about there only absolute errors mean anything.
    private const double DerivativeFloor = 0.0625;

    /// <summary>The functions.</summary>
    public static IReadOnlyList<VectorFunction> All { get; } =
    [
        new("Exp", VectorMath.Exp, VectorMath.Exp, Math.Exp, -87.3f, 88.7228317f, 1.1),
        new("ExpNonPositive", VectorMath.ExpNonPositive, VectorMath.ExpNonPositive, Math.Exp, -87.3f, 0, 1.1),
        new("Log", VectorMath.Log, VectorMath.Log, Math.Log, float.Epsilon, Max, 0.9),
        new("Softplus", VectorMath.Softplus, VectorMath.Softplus, Reference.Softplus, -87.3f, Max, 1.8),
        new("SoftplusDerivative", VectorMath.SoftplusDerivative, VectorMath.SoftplusDerivative, Reference.Sigmoid, -87.3f, Max, 1.7),
        new("Sigmoid", VectorMath.Sigmoid, VectorMath.Sigmoid, Reference.Sigmoid, -87.3f, Max, 1.7),
        new("Tanh", VectorMath.Tanh, VectorMath.Tanh, Reference.Tanh, -Max, Max, 2),
        new("Erf", VectorMath.Erf, VectorMath.Erf, Reference.Erf, -Max, Max, 1.2),
        new("Sin", VectorMath.Sin, VectorMath.Sin, Math.Sin, -131072, 131072, 1.6),
        new("Cos", VectorMath.Cos, VectorMath.Cos, Math.Cos, -131072, 131072, 1.6),
        new("Elu", EluWide, EluNarrow, Reference.Elu, -Max, Max, 1.1),
        new("EluDerivative", EluDerivativeWide, EluDerivativeNarrow, Reference.EluDerivative, -87.3f, Max, 1.1),
        new("Silu", VectorMath.Silu, VectorMath.Silu, Reference.Silu, -87.3f, Max, 2.6),
        new("SiluDerivative", VectorMath.SiluDerivative, VectorMath.SiluDerivative, Reference.SiluDerivative, -87.3f, Max, 5.5, DerivativeFloor),
        new("Mish", VectorMath.Mish, VectorMath.Mish, Reference.Mish, -87.3f, Max, 4),
        new("MishDerivative", VectorMath.MishDerivative, VectorMath.MishDerivative, Reference.MishDerivative, -87.3f, Max, 9.5, DerivativeFloor),
        new("Gelu", VectorMath.Gelu, VectorMath.Gelu, Reference.Gelu, -12.9f, Max, 7),
        new("GeluDerivative", VectorMath.GeluDerivative, VectorMath.GeluDerivative, Reference.GeluDerivative, -12.9f, Max, 10, DerivativeFloor),
    ];

    /// <summary>The library's functions of an x, which these are to be: not those of two values, or of an output.</summary>
    public static IEnumerable<string> OfLibrary => typeof(VectorMath).GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(method => method.GetParameters() is [{ Name: "x" }, ..]).Select(method => method.Name).Distinct();

    /// <summary>For theories.</summary>
    public static TheoryData<string> Names => [.. All.Select(f => f.Name)];

    /// <summary>The function of that name.</summary>
    public static VectorFunction Named(string name) => All.Single(f => f.Name == name);

    private static Vector256<float> EluWide(Vector256<float> x) => VectorMath.Elu(x, Vector256<float>.One);

    private static Vector128<float> EluNarrow(Vector128<float> x) => VectorMath.Elu(x, Vector128<float>.One);

    private static Vector256<float> EluDerivativeWide(Vector256<float> x) => VectorMath.EluDerivative(x, Vector256<float>.One);

    private static Vector128<float> EluDerivativeNarrow(Vector128<float> x) => VectorMath.EluDerivative(x, Vector128<float>.One);
}
