namespace DslNet.Generators.Model;

/// <summary>How a window moves over an image.</summary>
/// <param name="Vertical">Down.</param>
/// <param name="Horizontal">Across.</param>
internal readonly record struct Window(WindowAxis Vertical, WindowAxis Horizontal)
{
    /// <summary>At how many positions it stands.</summary>
    public int Count => Vertical.Output * Horizontal.Output;
}
