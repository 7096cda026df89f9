namespace DslNet;

/// <summary>What every layer of a network has: a name, and the layer it takes its input from.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class LayerAttribute : Attribute
{
    /// <summary>
    /// The layer's name. A layer without one is named by its kind and its position among all layers of that kind,
    /// counted from one: <c>Conv1</c>, <c>Dense2</c>.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>
    /// The name of the layer (or <c>Input</c>) whose output this layer reads; the layer written just before it
    /// unless said otherwise.
    /// </summary>
    public string? From { get; set; }

    /// <summary>
    /// Whether the layer's parameters stay what they are: their gradients are zero and are not computed, and optimisers leave them alone. To freeze
    /// a layer for a while only, set <see cref="LayerView.Frozen"/> of the network's layer.
    /// </summary>
    public bool Frozen { get; set; }
}
