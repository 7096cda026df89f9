namespace DslNet.Generators.Tests.Oracle;

/// <summary>A layer as the textbooks have it: plain loops in double precision, one sample at a time.</summary>
internal abstract class OracleLayer
{
    /// <summary>The values that are read: 0 is the network's input, and i + 1 the output of layer i.</summary>
    public int[] Inputs { get; set; } = [];

    public IReadOnlyList<Extent> InputExtents { get; private set; } = [];

    public Extent Input => InputExtents[0];

    public Extent Output { get; private set; }

    /// <summary>The attribute's name.</summary>
    public abstract string Kind { get; }

    /// <summary>The attribute's arguments; of joins, without the names of what is joined.</summary>
    public virtual IEnumerable<string> Arguments => [];

    /// <summary>How many inputs are given as the attribute's arguments, as those of joins are.</summary>
    public virtual bool IsJoin => false;

    /// <summary>The shapes of the parameters, in PyTorch's order.</summary>
    public virtual IReadOnlyList<int[]> ParameterShapes => [];

    public void Attach(IReadOnlyList<Extent> inputs)
    {
        InputExtents = inputs;
        Output = Infer();
    }

    protected abstract Extent Infer();

    public abstract Bounded Forward(Pass pass, IReadOnlyList<Bounded> inputs, IReadOnlyList<double[]> parameters);

    /// <summary>Adds to the gradients of the inputs and of the parameters.</summary>
    public abstract void Backward(Reverse reverse);
}
