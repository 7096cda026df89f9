using DslNet.Generators.Layers.Convolution.Geometry;
using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Model;

namespace DslNet.Generators.Tests.Plans;

/// <summary>The geometry of convolutions: its directions, and shapes of other ranks.</summary>
public sealed class ConvolutionGeometryTests
{
    private static readonly ImageStrides s_strides = new(Row: 80, Column: 8, Channel: 1);

    /// <summary>What a tap reads for an output forward, it adds to backward.</summary>
    [Theory]
    [InlineData(10, 3, 1, 0)]
    [InlineData(10, 3, 1, 1)]
    [InlineData(11, 5, 2, 2)]
    [InlineData(9, 2, 3, 0)]
    [InlineData(3, 5, 1, DeclarationText.SamePadding)]
    [InlineData(12, 3, 1, 0, 2)]
    [InlineData(17, 4, 2, 5, 3)]
    [InlineData(17, 4, 4, 5, 2)]
    [InlineData(3, 4, 2, DeclarationText.SamePadding, 3)]
    public void Both_directions_meet_the_same_pairs(int length, int kernel, int stride, int padding, int dilation = 1)
    {
        ConvolutionGeometry geometry = ConvolutionGeometry.Of(Window.Over(Shape.Image(3, length, length), [kernel, kernel], [stride, stride], padding, dilation: dilation), 3, 5, s_strides);
        (TapAxis forward, TapAxis backward) = (geometry.Forward.Horizontal, geometry.InputGradient.Horizontal);
        Assert.Equal(
            from output in Enumerable.Range(0, forward.Outputs)
            from tap in Enumerable.Range(0, kernel)
            where forward.Input(output, tap) is not null
            orderby forward.Input(output, tap), tap
            select (Input: forward.Input(output, tap)!.Value, Tap: tap, Output: output),
            from input in Enumerable.Range(0, backward.Outputs)
            from tap in Enumerable.Range(0, kernel)
            where backward.Input(input, tap) is not null
            orderby input, tap
            select (Input: input, Tap: tap, Output: backward.Input(input, tap)!.Value));
        int pairs = Enumerable.Range(0, forward.Outputs).Sum(output => Enumerable.Range(0, kernel).Count(tap => forward.Input(output, tap) is not null));
        Assert.Equal((pairs, pairs), (forward.Meetings, backward.Meetings));
        Assert.Equal(pairs == forward.Outputs * kernel, forward.IsComplete);
    }

    /// <summary>Directions exchange what is summed and what is computed.</summary>
    [Fact]
    public void The_input_gradient_sums_filters_into_channels()
    {
        ConvolutionGeometry geometry = ConvolutionGeometry.Of(Window.Over(Shape.Image(3, 10, 10), [3, 3], [1, 1], 0), 3, 5, s_strides);
        Assert.Equal((3, 5, s_strides), (geometry.Forward.Channels, geometry.Forward.Outputs, geometry.Forward.Image));
        Assert.Equal((5, 3, s_strides), (geometry.InputGradient.Channels, geometry.InputGradient.Outputs, geometry.InputGradient.Results));
        Assert.Equal(new ImageStrides(8 * 8, 8, 1), geometry.Forward.Results);
        Assert.Equal(geometry.Forward.Results, geometry.InputGradient.Image);
    }

    /// <summary>A signal is an image of one row, so that the same kernels serve both.</summary>
    [Fact]
    public void A_signal_has_one_row()
    {
        Window signal = Window.Over(Shape.Signal(3, 20), [5], [2], 2);
        Window row = new(new EquatableArray<WindowAxis>([WindowAxis.Create(1, 1, 1, 0), signal.Axes[0]]));
        Assert.Equal(ConvolutionGeometry.Of(row, 3, 5, s_strides), ConvolutionGeometry.Of(signal, 3, 5, s_strides));
    }
}
