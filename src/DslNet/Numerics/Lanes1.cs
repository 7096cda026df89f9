using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using DslNet.Numerics;

namespace DslNet;

/// <summary>One float, in a vector of which only the first lane counts: for the tail, and by the very same instructions.</summary>
internal readonly struct Lanes1(Vector128<float> value) : ILanes<Lanes1>
{
    private readonly Vector128<float> _value = value;

    public static int Count => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 All(float value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Load(ref float start, int index) => new(Vector128.CreateScalar(Unsafe.Add(ref start, index)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes1 lanes, ref float start, int index) => Unsafe.Add(ref start, index) = lanes._value.ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator *(Lanes1 left, Lanes1 right) => new(left._value * right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator +(Lanes1 left, Lanes1 right) => new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator -(Lanes1 left, Lanes1 right) => new(left._value - right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator /(Lanes1 left, Lanes1 right) => new(left._value / right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Fuse(Lanes1 left, Lanes1 right, Lanes1 addend) =>
        new(VectorMath.MultiplyAdd(left._value, right._value, addend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 FuseNegated(Lanes1 left, Lanes1 right, Lanes1 addend) =>
        new(Fma.IsSupported ? Fma.MultiplyAddNegated(left._value, right._value, addend._value) : VectorMath.MultiplyAdd(-left._value, right._value, addend._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 SquareRoot(Lanes1 lanes) => new(Vector128.Sqrt(lanes._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 RoundTiny(Lanes1 lanes) => new(lanes._value + Vector128.Create(DenormalGuard.Grid) - Vector128.Create(DenormalGuard.Grid));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Sign(Lanes1 lanes) => new(
        Vector128.ConditionalSelect(Vector128.GreaterThan(lanes._value, Vector128<float>.Zero), Vector128<float>.One,
            Vector128.ConditionalSelect(Vector128.LessThan(lanes._value, Vector128<float>.Zero), -Vector128<float>.One, lanes._value)));
}
