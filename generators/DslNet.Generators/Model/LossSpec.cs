namespace DslNet.Generators.Model;

/// <summary>A loss and the value it judges. One subclass a loss.</summary>
internal abstract partial record LossSpec
{
    /// <summary>The value compared with the target: the last layer's output.</summary>
    public required int Value { get; init; }

    /// <summary>The member of the library's Loss.</summary>
    public abstract string Kind { get; }

    /// <summary>Whether integer class labels are accepted beside one number an output.</summary>
    public virtual bool TakesLabels => false;

    /// <summary>Reports shapes that the loss cannot judge.</summary>
    public virtual void CheckShape(ShapedInput input, IShapeProblems problems) { }
}
