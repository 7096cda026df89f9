namespace DslNet;

/// <summary>
/// The shape of one sample, without the batch: a vector of features, a signal as channels × length, or an image as channels × height × width.
/// A sample is given as that many consecutive values, a signal channel by channel, an image channel by channel and row by row.
/// </summary>
/// <example><code>[Input(1, 28, 28)]</code></example>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class InputAttribute : Attribute
{
    /// <summary>A vector of <paramref name="features"/> values.</summary>
    public InputAttribute(int features) => Shape = [features];

    /// <summary>A signal of <paramref name="length"/> values in each of <paramref name="channels"/> channels: sound, or what sensors measure over time.</summary>
    public InputAttribute(int channels, int length) => Shape = [channels, length];

    /// <summary>An image of <paramref name="channels"/> × <paramref name="height"/> × <paramref name="width"/> values.</summary>
    public InputAttribute(int channels, int height, int width) => Shape = [channels, height, width];

    /// <summary>The shape of one sample: (features), (channels, length) or (channels, height, width).</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>
    /// The name by which layers read the input (<c>From = "image"</c>) and methods take it, <c>Predict(image, …)</c>. Of several inputs each needs one; a
    /// single one without is called <c>Input</c>.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>
    /// Whether the gradient of the loss with respect to the input is wanted too. It costs time, and nobody trains an
    /// input, so it is false unless said otherwise.
    /// </summary>
    public bool Gradient { get; set; }
}
