namespace DslNet.Generators.Model;

internal abstract partial record LossSpec
{
    /// <summary>Whether the loss applies this layer itself, or its logarithm is what it applies, so that declaring it applies it twice.</summary>
    public bool Includes(LayerSpec layer) => Link != LinkKind.None && (layer.Kind == Link.ToString() || layer.Kind == "Log" + Link);
}
