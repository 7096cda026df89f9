namespace DslNet;

/// <summary>
/// A signal or an image with more positions around it: zeros, or with a <see cref="Mode"/> a mirror or copies of its border. Amounts come as one reads,
/// rows before columns and what is before first; PyTorch's <c>F.pad</c> begins with the last axis: left, right, top, bottom.
/// </summary>
/// <example><code>[Pad(2, Mode = PadMode.Reflect)]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/Pad.md">Formula, shapes, weights, gradient and error.</seealso>
public sealed class PadAttribute : LayerAttribute
{
    /// <summary>The same on every side.</summary>
    /// <param name="all">Rows and columns around an image; positions before and behind a signal.</param>
    public PadAttribute(int all) : this(all, all, all, all) { }

    /// <summary>The same above as below, and before as behind.</summary>
    /// <param name="vertical">Rows above and below an image; 0 of a signal.</param>
    /// <param name="horizontal">Columns before and behind.</param>
    public PadAttribute(int vertical, int horizontal) : this(vertical, vertical, horizontal, horizontal) { }

    /// <summary>Each side by itself: <c>[Pad(left: 3)]</c>.</summary>
    /// <param name="top">Rows above an image.</param>
    /// <param name="bottom">Rows below it.</param>
    /// <param name="left">Columns before it; positions before a signal.</param>
    /// <param name="right">Columns behind it; positions behind a signal.</param>
    public PadAttribute(int top = 0, int bottom = 0, int left = 0, int right = 0) => (Top, Bottom, Left, Right) = (top, bottom, left, right);

    /// <summary>Rows above.</summary>
    public int Top { get; }

    /// <summary>Rows below.</summary>
    public int Bottom { get; }

    /// <summary>Columns before.</summary>
    public int Left { get; }

    /// <summary>Columns behind.</summary>
    public int Right { get; }

    /// <summary>What is around; zeros unless said otherwise.</summary>
    public PadMode Mode { get; set; }
}
