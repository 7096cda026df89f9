using DslNet.CompilerServices;
using Xunit;

namespace DslNet.Tests.CompilerServices;

/// <summary>Runs of floats of any length, and nothing beyond them.</summary>
public sealed class FloatMemoryTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(33)]
    public void OnlyTheRunIsTouched(int length)
    {
        float[] source = [.. Enumerable.Range(0, length + 2).Select(i => 0.5f * i)];
        float[] copy = new float[length + 2], zeros = [.. Enumerable.Repeat(1f, length + 2)];
        FloatMemory.Copy(ref source[1], ref copy[1], length);
        FloatMemory.Clear(ref zeros[1], length);
        for (int i = 0; i < length + 2; i++)
        {
            bool inside = i > 0 && i <= length;
            Assert.Equal(inside ? source[i] : 0, copy[i]);
            Assert.Equal(inside ? 0 : 1, zeros[i]);
        }
    }
}
