using System.Collections.Immutable;

namespace DslNet;

/// <summary>One layer of a network.</summary>
/// <param name="Name">The layer's name, such as <c>Conv1</c>.</param>
/// <param name="Kind">The attribute that declares it, such as <c>Conv2D</c>.</param>
/// <param name="Inputs">The names of the ports and layers that it reads.</param>
/// <param name="Arguments">The attribute's arguments, with defaults, but for the names of layers: those are <paramref name="Name"/> and <paramref name="Inputs"/>.</param>
/// <param name="Output">The shape of its output for one sample.</param>
/// <param name="Parameters">The tensors that it learns.</param>
/// <param name="States">The tensors that it keeps without learning them.</param>
/// <param name="MultiplyAdds">Its multiply-adds for one sample.</param>
public sealed record LayerDescription(
    string Name,
    string Kind,
    ImmutableArray<string> Inputs,
    ImmutableArray<LayerArgument> Arguments,
    TensorShape Output,
    ImmutableArray<ParameterDescription> Parameters,
    ImmutableArray<StateDescription> States,
    long MultiplyAdds)
{
    /// <summary>How it was declared, such as <c>Conv2D(6, 5)</c>.</summary>
    public required string Declaration { get; init; }

    /// <summary>Whether it was declared with <c>Frozen = true</c>: then it learns nothing, and its gradients are not computed.</summary>
    public bool IsFrozen { get; init; }

    /// <summary>How many parameters it learns: the elements of its tensors.</summary>
    public int ParameterCount => Parameters.Sum(parameter => parameter.Shape.Length);

    /// <summary>One line: the name, the declaration and the shape of the output.</summary>
    public override string ToString() => $"{Name}: {Declaration} to {Output}";
}
