using DslNet.Generators.Model;

namespace DslNet.Generators.Tests.Parsing;

/// <summary>Shapes are lists of axes: what is asked of them does not depend on how many there are.</summary>
public sealed class ShapeTests
{
    [Fact]
    public void A_vector_has_no_positions_to_run_over()
    {
        Shape shape = Shape.Vector(12);
        Assert.Equal((12, 0, 1, 1, 12L, "12", "12"), Of(shape));
    }

    [Fact]
    public void A_signal_has_one_spatial_axis()
    {
        Shape shape = Shape.Signal(4, 100);
        Assert.Equal((4, 1, 100, 100, 400L, "4×100", "4, 100"), Of(shape));
    }

    [Fact]
    public void An_image_has_two_spatial_axes()
    {
        Shape shape = Shape.Image(3, 5, 7);
        Assert.Equal((3, 2, 35, 7, 105L, "3×5×7", "3, 5, 7"), Of(shape));
    }

    [Fact]
    public void Shapes_are_equal_by_their_axes()
    {
        Assert.Equal(Shape.Image(3, 5, 7), Shape.Image(3, 5, 7));
        Assert.NotEqual(Shape.Image(3, 5, 7), Shape.Image(3, 7, 5));
        Assert.NotEqual(Shape.Vector(4), Shape.Signal(4, 1));
        Assert.True(Shape.Image(3, 5, 7).HasPositionsOf(Shape.Image(1, 5, 7)));
        Assert.False(Shape.Signal(3, 5).HasPositionsOf(Shape.Image(3, 5, 1)));
    }

    [Fact]
    public void What_goes_on_with_a_shape_keeps_its_rank()
    {
        Assert.Equal(Shape.Signal(9, 100), Shape.Signal(4, 100).WithChannels(9));
        Assert.Equal(Shape.Image(1, 1, 1), Shape.Image(3, 5, 7).Smallest);
        Assert.Equal(Shape.Vector(1), Shape.Vector(12).Smallest);
    }

    [Fact]
    public void A_size_beyond_all_bounds_does_not_overflow() =>
        Assert.Equal(long.MaxValue, Shape.Image(int.MaxValue, int.MaxValue, int.MaxValue).Length);

    [Theory]
    [InlineData(100, 5, 1, 0, 96)]
    [InlineData(100, 5, 2, 2, 50)]
    [InlineData(7, 3, 2, DeclarationText.SamePadding, 4)]
    [InlineData(2, 3, 1, 0, 0)]
    public void A_window_moves_along_a_signal(int length, int kernel, int stride, int padding, int places)
    {
        Window window = Window.Over(Shape.Signal(4, length), [kernel], [stride], padding);
        Assert.Equal((places, places >= 1), (window.Count, window.Fits));
    }

    private static (int, int, int, int, long, string, string) Of(Shape shape) =>
        (shape.Channels, shape.SpatialRank, shape.Positions, shape.RowLength, shape.Length, shape.ToString(), shape.ArgumentList);
}
