namespace DslNet.Generators.Model;

/// <summary>A loss and the value that it is computed from. One subclass a loss.</summary>
internal abstract partial record LossSpec
{
    /// <summary>The value compared with the target: the last layer's output.</summary>
    public required int Value { get; init; }

    /// <summary>The name of the output that it is of.</summary>
    public string Of { get; init; } = PortSpec.OutputName;

    /// <summary>What it is multiplied by in the sum that training minimises.</summary>
    public float Weight { get; init; } = 1;

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

    /// <summary>The label of samples that are left out; null where every label must be a class.</summary>
    public virtual int? IgnoreLabel => null;

    /// <summary>How much each class counts; empty where all count alike.</summary>
    public virtual EquatableArray<float> ClassWeights => EquatableArray<float>.Empty;

    /// <summary>The function that is part of it.</summary>
    public virtual Link Link => Link.None;

    /// <summary>Reports shapes that the loss cannot be computed from.</summary>
    public virtual void CheckShape(ShapedInput input, IShapeProblems problems) { }

    /// <summary>Reports what is no vector of two classes or more.</summary>
    protected static void CheckClasses(ShapedInput input, IShapeProblems problems)
    {
        if (input.Shape.SpatialRank > 0)
            problems.Report(RuleIds.LossNeedsVector, null, problems.LayerName, input.Producer, input.Shape);
        else if (input.Shape.Channels < 2)
            problems.Report(RuleIds.LossNeedsClasses, null, problems.LayerName, input.Producer, input.Shape);
    }
}
