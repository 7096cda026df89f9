namespace DslNet.Generators.Model;

internal abstract partial record LossSpec
{
    /// <summary>Whether the loss applies this layer itself, so that declaring it applies it twice.</summary>
    public virtual bool Includes(LayerSpec layer) => false;
}
