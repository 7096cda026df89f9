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

    /// <summary>What it keeps beside its parameters, in PyTorch's order.</summary>
    public IReadOnlyList<double[]> States { get; set; } = [];

    /// <summary>Whether training computes samples of a batch from each other.</summary>
    public virtual bool IsOfBatch => false;

    /// <summary>Whether prediction too computes a sample from others: a frame from those before it.</summary>
    public virtual bool CrossesTime => false;

    /// <summary>Whether it makes one value of all frames of a sequence.</summary>
    public virtual bool ReducesFrames => false;

    /// <summary>Whether it computes a frame from those behind it.</summary>
    public virtual bool LooksAhead => ReducesFrames;

    /// <summary>The fewest samples that training takes.</summary>
    public virtual int LeastBatch => 1;

    /// <summary>Draws what it keeps, of floats.</summary>
    public virtual IReadOnlyList<double[]> DrawStates(Random random) => [];

    public void Attach(IReadOnlyList<Extent> inputs)
    {
        InputExtents = inputs;
        Output = Infer();
    }

    protected abstract Extent Infer();

    public abstract Bounded Forward(Pass pass, IReadOnlyList<Bounded> inputs, IReadOnlyList<double[]> parameters);

    /// <summary>The same in training, of all samples of a batch.</summary>
    public virtual IReadOnlyList<Bounded> ForwardTogether(
        IReadOnlyList<Pass> passes, IReadOnlyList<IReadOnlyList<Bounded>> inputs, IReadOnlyList<double[]> parameters) =>
        [.. passes.Zip(inputs, (pass, input) => Forward(pass, input, parameters))];

    /// <summary>What it keeps after a step with such inputs.</summary>
    public virtual IReadOnlyList<Bounded> StatesAfter(IReadOnlyList<IReadOnlyList<Bounded>> inputs) => [];

    /// <summary>Adds to the gradients of the inputs and of the parameters, of all samples of a batch.</summary>
    public virtual void BackwardTogether(IReadOnlyList<Reverse> reverses)
    {
        foreach (Reverse reverse in reverses)
            Backward(reverse);
    }

    /// <summary>Adds to the gradients of the inputs and of the parameters.</summary>
    public abstract void Backward(Reverse reverse);
}
