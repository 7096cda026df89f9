namespace DrawnShapes;

/// <summary>A shape somewhere in an image.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="X">The column of its centre.</param>
/// <param name="Y">The row of its centre.</param>
/// <param name="Radius">How far it reaches from there.</param>
/// <param name="Angle">By how much it is rotated.</param>
internal readonly record struct Shape(ShapeKind Kind, float X, float Y, float Radius, float Angle)
{
    /// <summary>Draws a shape's place, size and angle.</summary>
    public static Shape Random(ShapeKind kind, Random random) => new(
        kind, Between(random, 12, 20), Between(random, 12, 20), Between(random, 7, 12), Between(random, 0, 2 * MathF.PI));

    /// <summary>Whether a point of the image is inside.</summary>
    public bool Contains(float column, float row)
    {
        float x = (column - X) / Radius, y = (row - Y) / Radius;
        float u = x * MathF.Cos(Angle) + y * MathF.Sin(Angle), v = y * MathF.Cos(Angle) - x * MathF.Sin(Angle);
        float distance = MathF.Sqrt(u * u + v * v);
        return Kind switch
        {
            ShapeKind.Disc => distance < 0.9f,
            ShapeKind.Ring => distance is > 0.55f and < 1,
            ShapeKind.Square => MathF.Max(MathF.Abs(u), MathF.Abs(v)) < 0.75f,
            ShapeKind.Triangle => MathF.Max(v, 0.866f * MathF.Abs(u) - 0.5f * v) < 0.5f,
            ShapeKind.Cross => MathF.Min(MathF.Abs(u), MathF.Abs(v)) < 0.25f && MathF.Max(MathF.Abs(u), MathF.Abs(v)) < 1,
            ShapeKind.Star => distance < 0.65f + 0.35f * MathF.Cos(5 * MathF.Atan2(v, u)),
            _ => throw new InvalidOperationException($"There is no shape {Kind}."),
        };
    }

    private static float Between(Random random, float low, float high) => low + (high - low) * random.NextSingle();
}
