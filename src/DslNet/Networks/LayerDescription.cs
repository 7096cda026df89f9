namespace DslNet;

/// <summary>One layer of a network.</summary>
/// <param name="Name">The layer's name, such as <c>Conv1</c>.</param>
/// <param name="Declaration">How it was declared, such as <c>Conv2D(6, 5)</c>.</param>
/// <param name="Output">The shape of its output for one sample.</param>
/// <param name="Parameters">How many parameters it learns.</param>
/// <param name="MultiplyAdds">Its multiply-adds for one sample.</param>
public sealed record LayerDescription(string Name, string Declaration, TensorShape Output, int Parameters, long MultiplyAdds);
