namespace DslNet.Onnx.Models;

/// <summary>A use of an operator.</summary>
/// <param name="Name">Its name, which may be empty.</param>
/// <param name="Operator">The operator.</param>
/// <param name="Domain">Whose operator it is; empty if it is ONNX's own.</param>
/// <param name="Inputs">The names of what it reads; empty where an optional input is left out.</param>
/// <param name="Outputs">The names of what it computes.</param>
/// <param name="Attributes">Its attributes by name.</param>
internal sealed record OnnxNode(
    string Name, string Operator, string Domain, IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs, IReadOnlyDictionary<string, OnnxAttribute> Attributes);
