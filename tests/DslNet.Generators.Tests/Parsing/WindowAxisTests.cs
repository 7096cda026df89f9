using CsCheck;
using DslNet.Generators.Model;

namespace DslNet.Generators.Tests.Parsing;

/// <summary>The arithmetic of windows against counting them.</summary>
public sealed class WindowAxisTests
{
    private static readonly Gen<(int Input, int Kernel, int Stride)> s_windows = Gen.Select(Gen.Int[1, 40], Gen.Int[1, 12], Gen.Int[1, 9]);

    [Fact]
    public void Explicit_padding_fits_as_many_windows_as_there_are() => Gen.Select(s_windows, Gen.Int[0, 6]).Sample((window, padding) =>
    {
        (int input, int kernel, int stride) = window;
        int count = 0, end = 0;
        for (int start = -padding; start + kernel <= input + padding; start += stride, count++)
            end = start + kernel;

        var axis = WindowAxis.Create(input, kernel, stride, padding);
        Assert.Equal((count, padding, padding), (axis.Output, axis.PadBefore, axis.PadAfter));
        if (count > 0)
            Assert.Equal(Math.Max(input - end, 0), axis.Dropped);
    });

    /// <summary>PyTorch's rule: a last window for what is left over, unless it would begin behind the input.</summary>
    [Fact]
    public void A_size_that_is_rounded_up_has_a_window_for_what_is_left_over() => Gen.Select(s_windows, Gen.Int[0, 6]).Sample((window, padding) =>
    {
        (int input, int kernel, int stride) = window;
        (input, padding) = (Math.Max(input, kernel), Math.Min(padding, kernel / 2));
        int count = 0;
        for (int start = -padding, end = int.MinValue; start < input && (end < input + padding || start + kernel <= input + padding); start += stride, count++)
            end = start + kernel;

        Assert.Equal(count, WindowAxis.Create(input, kernel, stride, padding, ceil: true).Output);
    });

    [Fact]
    public void Same_padding_is_the_least_that_gives_the_output_its_size() => s_windows.Sample(window =>
    {
        (int input, int kernel, int stride) = window;
        var axis = WindowAxis.Create(input, kernel, stride, padding: -1);
        int total = Math.Max((axis.Output - 1) * stride + kernel - input, 0);
        Assert.Equal((input + stride - 1) / stride, axis.Output);
        Assert.Equal((total / 2, total), (axis.PadBefore, axis.PadBefore + axis.PadAfter));
        Assert.True(axis.PadBefore < kernel);
    });

    [Theory]
    [InlineData(int.MaxValue, 1, 1, 0, int.MaxValue)]
    [InlineData(1, int.MaxValue, 1, int.MaxValue, int.MaxValue)]
    [InlineData(1, int.MaxValue, int.MaxValue, 0, 0)]
    [InlineData(int.MaxValue, int.MaxValue, int.MaxValue, -1, 1)]
    public void Nothing_overflows(int input, int kernel, int stride, int padding, int output) =>
        Assert.Equal(output, WindowAxis.Create(input, kernel, stride, padding).Output);
}
