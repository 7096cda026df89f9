namespace DslNet.Onnx.Writing;

/// <summary>A function of single values, as a method of the class.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">What it returns for x.</param>
internal sealed record Method(string Name, string Text);
