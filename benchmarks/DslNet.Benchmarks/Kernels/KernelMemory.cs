using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DslNet.Benchmarks.Models;

namespace DslNet.Benchmarks.Kernels;

/// <summary>Memory for one argument of a kernel, laid out as a network's own: it begins at 64 bytes and does not move.</summary>
internal sealed class KernelMemory
{
    private const int Line = 16, Stagger = 5 * Line;

    private KernelMemory(float[] array, int start) => Reference = Expression.ArrayAccess(Expression.Constant(array), Expression.Constant(start));

    /// <summary>The first float, as an argument that is passed by reference.</summary>
    public Expression Reference { get; }

    /// <summary>Allocates memory full of random numbers.</summary>
    /// <param name="floats">How many.</param>
    /// <param name="index">The argument's place: addresses that are equal modulo 4 KiB would be in each other's way.</param>
    /// <param name="indices">Whether the kernel takes what is there as indices into other memory.</param>
    public static KernelMemory Create(int floats, int index, bool indices)
    {
        float[] array = GC.AllocateArray<float>(floats + Line + Stagger * (index + 1), pinned: true);
        nint address = Unsafe.ByteOffset(ref Unsafe.NullRef<float>(), ref MemoryMarshal.GetArrayDataReference(array));
        int start = (int)(-address & (Line * sizeof(float) - 1)) / sizeof(float) + Stagger * index;
        RandomData.Normal(floats).CopyTo(array, start);
        for (int i = 0; indices && i < floats; i++)
            array[start + i] = BitConverter.UInt32BitsToSingle((uint)(i % 64 * 8));
        return new KernelMemory(array, start);
    }
}
