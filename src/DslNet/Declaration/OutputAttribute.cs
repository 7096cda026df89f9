namespace DslNet;

/// <summary>
/// Asserts the shape that comes out of the last layer. It changes nothing; a network whose output differs does not build.
/// </summary>
/// <example><code>[Output(10)]</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class OutputAttribute : Attribute
{
    /// <summary>A vector of <paramref name="features"/> values.</summary>
    public OutputAttribute(int features) => Shape = [features];

    /// <summary>A signal of <paramref name="length"/> values in each of <paramref name="channels"/> channels.</summary>
    public OutputAttribute(int channels, int length) => Shape = [channels, length];

    /// <summary>An image of <paramref name="channels"/> × <paramref name="height"/> × <paramref name="width"/> values.</summary>
    public OutputAttribute(int channels, int height, int width) => Shape = [channels, height, width];

    /// <summary>The asserted shape: (features), (channels, length) or (channels, height, width).</summary>
    public IReadOnlyList<int> Shape { get; }
}
