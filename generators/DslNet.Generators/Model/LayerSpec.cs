namespace DslNet.Generators.Model;

/// <summary>
/// What a layer is: its arguments and, as a function of them, the shape it produces, its parameters, its cost and the
/// operations that compute it. One subclass a layer, in a folder of its own below Layers.
/// </summary>
internal abstract partial record LayerSpec
{
    /// <summary>The word that unnamed layers are numbered by: Dense, Conv, MaxPool, ReLU.</summary>
    public abstract string Kind { get; }

    /// <summary>The attribute that declares it: Dense, Conv2D, MaxPool2D, ReLU.</summary>
    public virtual string Attribute => Kind;

    /// <summary>The attribute's arguments with their values, but for the names of layers.</summary>
    public virtual IEnumerable<LayerArgument> DeclaredArguments => [];

    /// <summary>How it was declared, arguments that differ from the default included: <c>Conv2D(6, 5, Padding = 1)</c>.</summary>
    public string Declaration => DeclarationText.Of(Attribute, JoinedNames, DeclaredArguments);

    /// <summary>The library's class that shows the tensors it learns; null where it learns nothing.</summary>
    public virtual string? View => null;

    /// <summary>
    /// The output's shape, or the shape to go on with where an input does not fit: then a problem is reported, and what
    /// follows is inferred as if it fitted, so that one mistake is told once.
    /// </summary>
    /// <param name="inputs">The shapes of the layer's inputs; one, but for layers that join several.</param>
    /// <param name="problems">Receives what does not fit.</param>
    public abstract Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems);

    /// <summary>The tensors that it learns, in their order in files.</summary>
    public virtual IReadOnlyList<ParameterSpec> Parameters(Shape input) => [];

    /// <summary>What it keeps from step to step without learning it, in the order in files.</summary>
    public virtual IReadOnlyList<StateSpec> States(Shape input) => [];

    /// <summary>
    /// How many frames before the current one an output is computed from, of a layer that reads a sequence: all others work within a frame.
    /// </summary>
    public virtual int FramesBefore(Shape input) => 0;

    /// <summary>How many frames before the current one an output is computed from, whatever is kept of them.</summary>
    public virtual int Reach(Shape input) => FramesBefore(input);

    /// <summary>How many frames before the current one the newest frame is that an output is computed from.</summary>
    public virtual int Delay => 0;

    /// <summary>Whether it makes one value of all frames of a sequence: what is computed from it belongs to the sequence, and to no frame.</summary>
    public virtual bool ReducesFrames => false;

    /// <summary>Whether an output is computed from frames behind the current one, so that there are no streams.</summary>
    public virtual bool LooksAhead => ReducesFrames;

    /// <summary>Whether it reads other frames than the current one, whatever the shape.</summary>
    public virtual bool CrossesTime => false;

    /// <summary>How many frames of its own output before the current one a layer computes it from. It rounds what it keeps itself.</summary>
    public virtual int OutputFramesBefore => 0;

    /// <summary>How many frames a sequence may have at most; null where there is no limit.</summary>
    public virtual int? MostFrames => null;

    /// <summary>The fewest samples that a training step needs: what is normalized over samples needs two values.</summary>
    public virtual int LeastBatch(Shape output) => 1;

    /// <summary>How often it adds to the gradient of what it reads.</summary>
    public virtual int GradientsOfInput => 1;

    /// <summary>How many parameters it learns.</summary>
    public long ParameterCount(Shape input) => HasParameters ? Parameters(input).Aggregate(0L, static (sum, parameter) => Limits.Add(sum, parameter.Count)) : 0;

    /// <summary>Whether it learns something.</summary>
    public bool HasParameters => View is not null;

    /// <summary>Floats that it may keep for each sample beside its output.</summary>
    public virtual long KeptBeside(Shape input, Shape output) => 0;

    /// <summary>Multiply-adds of one sample.</summary>
    public virtual long MultiplyAdds(Shape input, Shape output) => 0;
}
