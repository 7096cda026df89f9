namespace DslNet.Generators.Model;

/// <summary>
/// Everything the generator knows of a network: the last thing the incremental cache compares. What follows is a plain
/// function of it. It holds no symbol, no syntax and no location.
/// </summary>
/// <param name="Type">The class to extend.</param>
/// <param name="Inputs">The input ports; the graph's values begin with them.</param>
/// <param name="Nodes">The layers in the order of the declaration, blocks inlined.</param>
/// <param name="Loss">The loss, if one is declared.</param>
/// <param name="IsValid">
/// False where the analyzer has an error of the network to tell: then only the public surface is emitted, with bodies that throw, and
/// only <see cref="Type"/>, the nodes' names and kinds and the loss can be relied upon.
/// </param>
internal sealed record NetworkSpec(
    TypeSpec Type,
    EquatableArray<InputSpec> Inputs,
    EquatableArray<NodeSpec> Nodes,
    LossSpec? Loss,
    bool IsValid)
{
    /// <summary>The constants that other declarations may read.</summary>
    public GeneratedConstants Constants { get; init; }

    /// <summary>The value that leaves the network: the last layer's.</summary>
    public int OutputValue => Inputs.Count + Nodes.Count - 1;

    /// <summary>How many parameters all layers learn.</summary>
    public long ParameterCount => Nodes.Sum(ParametersOf);

    /// <summary>Multiply-adds of one sample in all layers.</summary>
    public long MultiplyAdds => Nodes.Sum(MultiplyAddsOf);

    /// <summary>How a layer was declared; with what it reads, where that is not the layer before it.</summary>
    public string DeclarationOf(NodeSpec node)
    {
        int read = node.Inputs[0], before = Inputs.Count - 1;
        while (!ReferenceEquals(Nodes[before - Inputs.Count + 1], node))
            before++;
        return read == before ? node.Layer.Declaration : DeclarationText.With(node.Layer.Declaration, $"From = \"{NameOf(read)}\"");
    }

    /// <summary>The port or layer that a value comes from.</summary>
    public string NameOf(int value) => value < Inputs.Count ? Inputs[value].Name : Nodes[value - Inputs.Count].Name;

    public Shape ShapeOf(int value) => value < Inputs.Count ? Inputs[value].Shape : Nodes[value - Inputs.Count].Output;

    /// <summary>How many parameters a layer learns.</summary>
    public long ParametersOf(NodeSpec node) => node.Layer.ParameterCount(ShapeOf(node.Inputs[0]));

    /// <summary>Multiply-adds of one sample in a layer.</summary>
    public long MultiplyAddsOf(NodeSpec node) => node.Layer.MultiplyAdds(ShapeOf(node.Inputs[0]), node.Output);
}
