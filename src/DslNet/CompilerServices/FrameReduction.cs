using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DslNet.CompilerServices;

/// <summary>
/// One value of all frames of a sequence, block by block of frames, and its gradient. Frames have a multiple of eight floats. For generated code only.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FrameReduction
{
    private static int Lanes => Vector256<float>.Count;

    /// <summary>Keeps the last frame of a block: of the last block that of the sequence.</summary>
    /// <param name="x">The block's frames.</param>
    /// <param name="y">The last one.</param>
    /// <param name="frame">From one frame to the next, in floats.</param>
    /// <param name="count">The frames of the block.</param>
    public static void Last(ref float x, ref float y, int frame, int count) => FloatMemory.Copy(ref Unsafe.Add(ref x, (count - 1) * frame), ref y, frame);

    /// <summary>Stores the gradient of the last frame, and zeros for all others.</summary>
    /// <param name="dy">The gradient of the last frame.</param>
    /// <param name="dx">Those of the block's frames.</param>
    /// <param name="frame">From one frame to the next, in floats.</param>
    /// <param name="framesFollow">Whether the block is not the last one.</param>
    /// <param name="count">The frames of the block.</param>
    public static void StoreLastGradient(ref float dy, ref float dx, int frame, bool framesFollow, int count)
    {
        FloatMemory.Clear(ref dx, count * frame);
        if (!framesFollow)
            FloatMemory.Copy(ref dy, ref Unsafe.Add(ref dx, (count - 1) * frame), frame);
    }

    /// <summary>Adds the gradient of the last frame.</summary>
    /// <param name="dy">The gradient of the last frame.</param>
    /// <param name="dx">Those of the block's frames.</param>
    /// <param name="frame">From one frame to the next, in floats.</param>
    /// <param name="framesFollow">Whether the block is not the last one.</param>
    /// <param name="count">The frames of the block.</param>
    public static void AddLastGradient(ref float dy, ref float dx, int frame, bool framesFollow, int count)
    {
        if (framesFollow)
            return;
        ref float last = ref Unsafe.Add(ref dx, (count - 1) * frame);
        for (int i = 0; i < frame; i += Lanes)
            Store(Load(ref last, i) + Load(ref dy, i), ref last, i);
    }

    /// <summary>Adds a block's frames to a sum, frame by frame, each with what rounding took from the sum before (Kahan): blocks of any sizes give the same bits.</summary>
    /// <param name="x">The block's frames.</param>
    /// <param name="sums">The sum, and behind it what it is too large by.</param>
    /// <param name="frame">From one frame to the next, in floats.</param>
    /// <param name="count">The frames of the block.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ref float x, ref float sums, int frame, int count)
    {
        Vector256<float> infinity = Vector256.Create(float.PositiveInfinity);
        for (int i = 0; i < frame; i += Lanes)
        {
            Vector256<float> sum = Load(ref sums, i), excess = Load(ref sums, frame + i);
            for (int t = 0; t < count; t++)
            {
                Vector256<float> added = Load(ref x, t * frame + i) - excess, next = sum + added;

                // Of an infinite sum nothing is too large: what is kept of the step that overflows would make NaN of the next one.
                excess = Vector256.LessThan(Vector256.Abs(next), infinity) & (next - sum - added);
                sum = next;
            }

            Store(sum, ref sums, i);
            Store(excess, ref sums, frame + i);
        }
    }

    /// <summary>Makes the mean of a sum.</summary>
    /// <param name="sums">The sum.</param>
    /// <param name="y">The mean.</param>
    /// <param name="frame">How many floats.</param>
    /// <param name="frames">The frames of the sequence.</param>
    public static void Mean(ref float sums, ref float y, int frame, int frames)
    {
        Vector256<float> divisor = Vector256.Create((float)frames);
        for (int i = 0; i < frame; i += Lanes)
            Store(Load(ref sums, i) / divisor, ref y, i);
    }

    /// <summary>Stores the gradient of each frame that a mean was taken of.</summary>
    /// <param name="dy">The gradient of the mean.</param>
    /// <param name="dx">Those of the block's frames.</param>
    /// <param name="frame">From one frame to the next, in floats.</param>
    /// <param name="frames">The frames of the sequence.</param>
    /// <param name="count">The frames of the block.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void StoreMeanGradient(ref float dy, ref float dx, int frame, int frames, int count)
    {
        Vector256<float> divisor = Vector256.Create((float)frames);
        for (int i = 0; i < frame; i += Lanes)
        {
            Vector256<float> share = Load(ref dy, i) / divisor;
            for (int t = 0; t < count; t++)
                Store(share, ref dx, t * frame + i);
        }
    }

    /// <summary>Adds the gradient of each frame that a mean was taken of.</summary>
    /// <param name="dy">The gradient of the mean.</param>
    /// <param name="dx">Those of the block's frames.</param>
    /// <param name="frame">From one frame to the next, in floats.</param>
    /// <param name="frames">The frames of the sequence.</param>
    /// <param name="count">The frames of the block.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddMeanGradient(ref float dy, ref float dx, int frame, int frames, int count)
    {
        Vector256<float> divisor = Vector256.Create((float)frames);
        for (int i = 0; i < frame; i += Lanes)
        {
            Vector256<float> share = Load(ref dy, i) / divisor;
            for (int t = 0; t < count; t++)
                Store(Load(ref dx, t * frame + i) + share, ref dx, t * frame + i);
        }
    }

    /// <summary>Finds the maxima over a block's frames and those before; NaN where a value is NaN.</summary>
    /// <param name="x">The block's frames.</param>
    /// <param name="y">The maxima of the blocks before, which become those of this one too.</param>
    /// <param name="frame">From one frame to the next, in floats.</param>
    /// <param name="first">The number of the block's first frame in its sequence.</param>
    /// <param name="count">The frames of the block.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Max(ref float x, ref float y, int frame, int first, int count)
    {
        for (int i = 0; i < frame; i += Lanes)
        {
            Vector256<float> most = Load(ref first == 0 ? ref x : ref y, i);
            for (int t = 0; t < count; t++)
            {
                Vector256<float> value = Load(ref x, t * frame + i);
                most = Vector256.ConditionalSelect(Replaces(value, most), value, most);
            }

            Store(most, ref y, i);
        }
    }

    /// <summary>Finds the maxima, and the number of the frame that each is of: of several equal ones the first, or the last NaN.</summary>
    /// <param name="x">The block's frames.</param>
    /// <param name="y">The maxima of the blocks before, which become those of this one too.</param>
    /// <param name="indices">The same of the numbers: integers.</param>
    /// <param name="frame">From one frame to the next, in floats.</param>
    /// <param name="first">The number of the block's first frame in its sequence.</param>
    /// <param name="count">The frames of the block.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MaxAndIndices(ref float x, ref float y, ref float indices, int frame, int first, int count)
    {
        for (int i = 0; i < frame; i += Lanes)
        {
            Vector256<float> most = Load(ref first == 0 ? ref x : ref y, i);
            Vector256<int> index = first == 0 ? Vector256<int>.Zero : Load(ref indices, i).AsInt32();
            for (int t = 0; t < count; t++)
            {
                Vector256<float> value = Load(ref x, t * frame + i), replaces = Replaces(value, most);
                most = Vector256.ConditionalSelect(replaces, value, most);
                index = Vector256.ConditionalSelect(replaces.AsInt32(), Vector256.Create(first + t), index);
            }

            Store(most, ref y, i);
            Store(index.AsSingle(), ref indices, i);
        }
    }

    /// <summary>Stores the gradients of the maxima where these are, and zeros elsewhere.</summary>
    /// <param name="dy">The gradients of the maxima.</param>
    /// <param name="indices">The number of the frame that each is of.</param>
    /// <param name="dx">Those of the block's frames.</param>
    /// <param name="frame">From one frame to the next, in floats.</param>
    /// <param name="first">The number of the block's first frame in its sequence.</param>
    /// <param name="count">The frames of the block.</param>
    public static void StoreMaxGradient(ref float dy, ref float indices, ref float dx, int frame, int first, int count)
    {
        FloatMemory.Clear(ref dx, count * frame);
        AddMaxGradient(ref dy, ref indices, ref dx, frame, first, count);
    }

    /// <summary>Adds the gradients of the maxima where these are.</summary>
    /// <param name="dy">The gradients of the maxima.</param>
    /// <param name="indices">The number of the frame that each is of.</param>
    /// <param name="dx">Those of the block's frames.</param>
    /// <param name="frame">From one frame to the next, in floats.</param>
    /// <param name="first">The number of the block's first frame in its sequence.</param>
    /// <param name="count">The frames of the block.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddMaxGradient(ref float dy, ref float indices, ref float dx, int frame, int first, int count)
    {
        ref int index = ref Unsafe.As<float, int>(ref indices);
        for (int i = 0; i < frame; i++)
        {
            int t = Unsafe.Add(ref index, i) - first;
            if ((uint)t < (uint)count)
                Unsafe.Add(ref dx, t * frame + i) += Unsafe.Add(ref dy, i);
        }
    }

    /// <summary>Whether a value takes a maximum's place: it is larger, or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Replaces(Vector256<float> value, Vector256<float> most) => Vector256.GreaterThan(value, most) | Vector256.IsNaN(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Load(ref float memory, int offset) => Vector256.LoadUnsafe(ref memory, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<float> value, ref float memory, int offset) => value.StoreUnsafe(ref memory, (nuint)offset);
}
