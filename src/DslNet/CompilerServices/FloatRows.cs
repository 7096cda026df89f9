using System.Numerics;
using System.Runtime.CompilerServices;

namespace DslNet.CompilerServices;

/// <summary>Runs of floats, element by element.</summary>
internal static class FloatRows
{
    /// <summary>sum[i] = a[i] + b[i].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(ref float a, ref float b, ref float sum, nuint length)
    {
        nuint lanes = (nuint)Vector<float>.Count, i = 0;
        for (; i + lanes <= length; i += lanes)
            (Vector.LoadUnsafe(ref a, i) + Vector.LoadUnsafe(ref b, i)).StoreUnsafe(ref sum, i);
        for (; i < length; i++)
            Unsafe.Add(ref sum, i) = Unsafe.Add(ref a, i) + Unsafe.Add(ref b, i);
    }

    /// <summary>difference[i] = a[i] − b[i].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Subtract(ref float a, ref float b, ref float difference, nuint length)
    {
        nuint lanes = (nuint)Vector<float>.Count, i = 0;
        for (; i + lanes <= length; i += lanes)
            (Vector.LoadUnsafe(ref a, i) - Vector.LoadUnsafe(ref b, i)).StoreUnsafe(ref difference, i);
        for (; i < length; i++)
            Unsafe.Add(ref difference, i) = Unsafe.Add(ref a, i) - Unsafe.Add(ref b, i);
    }

    /// <summary>negative[i] = −a[i].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Negate(ref float a, ref float negative, nuint length)
    {
        nuint lanes = (nuint)Vector<float>.Count, i = 0;
        for (; i + lanes <= length; i += lanes)
            (-Vector.LoadUnsafe(ref a, i)).StoreUnsafe(ref negative, i);
        for (; i < length; i++)
            Unsafe.Add(ref negative, i) = -Unsafe.Add(ref a, i);
    }
}
