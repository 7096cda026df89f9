using DrawnShapes;
using Xunit;

namespace DslNet.Samples.Tests.Shapes;

public sealed class DrawingsTests
{
    private const int Pixels = Drawings.Side * Drawings.Side;

    [Fact]
    public void ASeedDrawsTheSameImages()
    {
        Dataset drawn = Drawings.Draw(60, seed: 1);

        Assert.Equal((60, 3 * Pixels), (drawn.Count, drawn.FeatureLength));
        Assert.Equal(drawn.Inputs.ToArray(), Drawings.Draw(60, seed: 1).Inputs.ToArray());
        Assert.NotEqual(drawn.Inputs.ToArray(), Drawings.Draw(60, seed: 2).Inputs.ToArray());
        Assert.All(drawn.Labels.ToArray().CountBy(label => label), pair => Assert.Equal(10, pair.Value));
    }

    /// <summary>The centre, and where some shapes have a hole or a gap. Downwards in the image is upwards in their own axes.</summary>
    [Theory]
    [InlineData(nameof(ShapeKind.Disc), true, true)]
    [InlineData(nameof(ShapeKind.Ring), false, true)]
    [InlineData(nameof(ShapeKind.Square), true, true)]
    [InlineData(nameof(ShapeKind.Triangle), true, false)]
    [InlineData(nameof(ShapeKind.Cross), true, true)]
    [InlineData(nameof(ShapeKind.Star), true, false)]
    public void ShapesHaveTheirForm(string kind, bool hasCentre, bool reachesDown)
    {
        var shape = new Shape(Enum.Parse<ShapeKind>(kind), X: 16, Y: 16, Radius: 10, Angle: 0);

        Assert.Equal((hasCentre, reachesDown), (shape.Contains(16, 16), shape.Contains(16, 23)));
        Assert.False(shape.Contains(16, 27));
        Assert.False(shape.Contains(25, 25));
    }

    [Fact]
    public void TheNetworkHasItsParameters() => Assert.Equal(174_806, ShapeNet.ParameterCount);

    [Fact]
    public void ShapesAreLearned()
    {
        Assert.SkipUnless(LongTests.AreWanted, LongTests.Skip);
        var net = new ShapeNet(seed: 1);
        net.Fit(Drawings.Draw(Recipe.TrainingCount, seed: 1), Recipe.Create(Recipe.Epochs));

        Assert.InRange(net.Evaluate(Drawings.Draw(Recipe.TestCount, seed: 2)).Accuracy, 0.98, 1);
    }
}
