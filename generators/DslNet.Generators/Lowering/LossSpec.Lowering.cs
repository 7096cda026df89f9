using DslNet.Generators.Lowering;

namespace DslNet.Generators.Model;

internal abstract partial record LossSpec
{
    /// <summary>Over how many values per sample the loss is a mean: all outputs, or 1 where it is a sum over them.</summary>
    public virtual long ElementsPerSample(Shape output) => output.Length;

    /// <summary>Adds the operations that sum the loss and write the gradient of the predictions.</summary>
    public abstract void Lower(LossContext context);
}
