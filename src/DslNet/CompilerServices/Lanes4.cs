using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DslNet.Numerics;

namespace DslNet.CompilerServices;

/// <summary>
/// What kernels of four lanes do most: for generated code only. One method per name and no type parameters, since the compiler would
/// otherwise take most of its time to choose among the overloads of <see cref="Vector128"/>. Offsets are <see cref="int"/> for the same
/// reason; they are never negative. Methods that do more are written out all the same: each that they called would be one more for the
/// just-in-time compiler to inline, wherever they are called.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Lanes4
{
    /// <summary>Loads four values.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The first value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Load(ref float source, int offset) => Vector128.LoadUnsafe(ref source, (uint)offset);

    /// <summary>Loads one value into every lane.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Broadcast(ref float source, int offset) => Vector128.Create(Unsafe.Add(ref source, (uint)offset));

    /// <summary>Loads one value into the first lane; the others hold anything.</summary>
    /// <param name="source">Where the array begins.</param>
    /// <param name="offset">The value's offset.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> First(ref float source, int offset) => Vector128.CreateScalarUnsafe(Unsafe.Add(ref source, (uint)offset));

    /// <summary>One value in every lane.</summary>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Fill(float value) => Vector128.Create(value);

    /// <summary>left × right + addend, rounded once where the processor can.</summary>
    /// <param name="left">A factor.</param>
    /// <param name="right">The other.</param>
    /// <param name="addend">What is added.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MultiplyAdd(Vector128<float> left, Vector128<float> right, Vector128<float> addend) =>
        VectorMath.MultiplyAdd(left, right, addend);

    /// <summary>a &gt; b ? a : b, in this order: where either is NaN the result is b.</summary>
    /// <param name="a">A value.</param>
    /// <param name="b">The other.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Max(Vector128<float> a, Vector128<float> b) => VectorMath.Max(a, b);

    /// <summary>max(0, value). NaN stays NaN, so that a network that diverged can be seen to have.</summary>
    /// <param name="value">The value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ReLU(Vector128<float> value) => VectorMath.Max(Vector128<float>.Zero, value);

    /// <summary>The gradient before a ReLU: zero where the output is. It passes where the output is NaN, as in PyTorch.</summary>
    /// <param name="gradient">The gradient of the output.</param>
    /// <param name="output">The output.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> ReLUGradient(Vector128<float> gradient, Vector128<float> output) =>
        Vector128.AndNot(gradient, Vector128.LessThanOrEqual(output, Vector128<float>.Zero));

    /// <summary>The value where it is positive, elsewhere slope × value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="slope">The slope.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LeakyReLU(Vector128<float> value, float slope) => LeakyReLUGradient(value, value, slope);

    /// <summary>The gradient before a LeakyReLU, whose output has the sign of its input, or is zero where that was not positive either.</summary>
    /// <param name="gradient">The gradient of the output.</param>
    /// <param name="output">The output.</param>
    /// <param name="slope">The slope.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> LeakyReLUGradient(Vector128<float> gradient, Vector128<float> output, float slope) =>
        Select(GreaterThan(output, Vector128<float>.Zero), gradient, gradient * Vector128.Create(slope));

    /// <summary>The gradient before a tanh.</summary>
    /// <param name="gradient">The gradient of the output.</param>
    /// <param name="output">The output.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> TanhGradient(Vector128<float> gradient, Vector128<float> output) => gradient * VectorMath.TanhDerivativeFromOutput(output);

    /// <summary>The gradient before a sigmoid.</summary>
    /// <param name="gradient">The gradient of the output.</param>
    /// <param name="output">The output.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> SigmoidGradient(Vector128<float> gradient, Vector128<float> output) => gradient * VectorMath.SigmoidDerivativeFromOutput(output);

    /// <summary>All bits set in the first lanes, none in the others.</summary>
    /// <param name="lanes">How many.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Mask(int lanes) => Vector128.LessThan(Vector128<int>.Indices, Vector128.Create(lanes)).AsSingle();

    /// <summary>condition ? a : b, lane by lane.</summary>
    /// <param name="condition">All bits of a lane set, or none.</param>
    /// <param name="a">Where they are set.</param>
    /// <param name="b">Where they are not.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Select(Vector128<float> condition, Vector128<float> a, Vector128<float> b) => Vector128.ConditionalSelect(condition, a, b);

    /// <summary>a &gt; b, lane by lane: all bits set, or none.</summary>
    /// <param name="a">A value.</param>
    /// <param name="b">The other.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> GreaterThan(Vector128<float> a, Vector128<float> b) => Vector128.GreaterThan(a, b);
}
