namespace DrawnShapes;

/// <summary>What is drawn.</summary>
internal enum ShapeKind
{
    Disc,
    Ring,
    Square,
    Triangle,
    Cross,
    Star,
}
