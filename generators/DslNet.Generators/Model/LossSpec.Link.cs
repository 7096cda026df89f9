namespace DslNet.Generators.Model;

internal abstract partial record LossSpec
{
    /// <summary>Whether the loss applies this layer itself, or what the layer is the logarithm of, so that declaring it applies it twice.</summary>
    public bool Includes(LayerSpec layer) => Link != Link.None && (layer.Kind == Link.ToString() || layer.Kind == "Log" + Link);
}
