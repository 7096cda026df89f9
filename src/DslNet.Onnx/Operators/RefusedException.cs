namespace DslNet.Onnx.Operators;

/// <summary>A node that is no layer of DslNet. The import goes on with the others, to name all that it cannot take.</summary>
internal sealed class RefusedException(string message) : Exception(message);
