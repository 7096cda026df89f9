namespace DslNet.Generators.Model;

/// <summary>A loss and the value that it is computed from. One subclass a loss.</summary>
internal abstract partial record LossSpec
{
    /// <summary>The value compared with the target: the last layer's output.</summary>
    public required int Value { get; init; }

    /// <summary>What it is called.</summary>
    public abstract string Kind { get; }

    /// <summary>The attribute that declares it.</summary>
    public virtual string Attribute => Kind;

    /// <summary>The attribute's arguments with their values.</summary>
    public virtual IEnumerable<LayerArgument> DeclaredArguments => [];

    /// <summary>What it takes as target.</summary>
    public virtual LossTarget Target => LossTarget.Values;

    /// <summary>Whether labels of classes are accepted beside a target for each output.</summary>
    public bool TakesLabels => Target == LossTarget.Labels;

    /// <summary>The function that is part of it.</summary>
    public virtual Link Link => Link.None;

    /// <summary>Reports shapes that the loss cannot be computed from.</summary>
    public virtual void CheckShape(ShapedInput input, IShapeProblems problems) { }
}
