namespace DslNet.Generators.Operations;

/// <summary>One use of a kernel, or of a method of the library: by which layer, in which part of its work, when, and on what.</summary>
internal sealed record Operation
{
    /// <summary>A use of a kernel.</summary>
    /// <param name="name">What it is, unique among a program's operations; its kernel is called so if no operation before it has an equal one.</param>
    /// <param name="kernel">The kernel.</param>
    /// <param name="operands">What it is given, in the order of its parameters.</param>
    /// <param name="scalars">What is passed for its scalars, in their order.</param>
    /// <exception cref="ArgumentException">These are not the kernel's parameters.</exception>
    public Operation(string name, Kernel kernel, IEnumerable<Operand> operands, params ProgramFact[] scalars)
        : this(name, When.In(kernel.IsOfBlock ? Level.Block : Level.Sample), [.. operands], scalars)
    {
        Kernel = kernel;
        if (!Operands.Select(operand => operand.Parameter).SequenceEqual(kernel.Parameters) || scalars.Length != kernel.Scalars.Count)
        {
            throw new ArgumentException(
                $"{name} passes {string.Join(", ", Operands.Select(operand => operand.Parameter.Declaration).Concat(scalars.Select(scalar => scalar.ToString())))}, "
                + $"and its kernel has {string.Join(", ", kernel.Parameters.Concat(kernel.Scalars).Select(parameter => parameter.Declaration))}.");
        }
    }

    /// <summary>A call of the library.</summary>
    /// <param name="name">What it is, unique among a program's operations.</param>
    /// <param name="when">When it is done.</param>
    /// <param name="method">The method, as the program spells it.</param>
    /// <param name="operands">Memory, in the order of its parameters.</param>
    /// <param name="scalars">What follows them.</param>
    public Operation(string name, When when, string method, IReadOnlyList<Operand> operands, IReadOnlyList<ProgramFact> scalars)
        : this(name, when, operands, scalars) => LibraryMethod = method;

    private Operation(string name, When when, IReadOnlyList<Operand> operands, IReadOnlyList<ProgramFact> scalars) =>
        (Name, When, Operands, Scalars) = (name, when, operands, scalars);

    /// <summary>What it is, unique among a program's operations.</summary>
    public string Name { get; private init; }

    /// <summary>What does its work; null where the library does.</summary>
    public Kernel? Kernel { get; }

    /// <summary>The library's method that does its work; null where a kernel does.</summary>
    public string? LibraryMethod { get; }

    /// <summary>The layer whose work it does; null for copies of the caller's memory, and for the loss.</summary>
    public string? Layer { get; init; }

    /// <summary>Its part in that work.</summary>
    public Role Role { get; init; }

    /// <summary>When it is done.</summary>
    public When When { get; private init; }

    /// <summary>What it reads and writes, in the order of its arguments.</summary>
    public IReadOnlyList<Operand> Operands { get; private init; }

    /// <summary>The arguments that are no memory, in their order.</summary>
    public IReadOnlyList<ProgramFact> Scalars { get; }

    /// <summary>What a reader of the program should know before its call; mostly nothing.</summary>
    public string? Remark { get; init; }

    /// <summary>Only the operation that a loss consists of, and copies for the caller: which of the caller's memory it needs to be there.</summary>
    public Buffer? OnlyWith { get; init; }

    /// <summary>
    /// Gradients that it stores for the first block of a group of samples and adds to for the others, so that they need not be cleared. Every
    /// element of a span is written.
    /// </summary>
    public IReadOnlyList<GradientSpan> StoredFirst { get; init; } = [];

    /// <summary>
    /// Gradients whose parameters its kernel updates where the target does that while it sums, and where there is something to update. No
    /// later operation of a program may read these parameters.
    /// </summary>
    public IReadOnlyList<GradientSpan> Updated { get; init; } = [];

    /// <summary>
    /// The buffer that later phases of a call need not keep, since doing this operation again costs less: what it reads is kept.
    /// Null if what it writes is kept. See <c>Recomputation</c>.
    /// </summary>
    public Buffer? Remakes { get; init; }

    /// <summary>Whether it does all samples of a block together, whose count is its last argument.</summary>
    public bool IsOfBlock => Kernel?.IsOfBlock ?? When == When.In(Level.Block);

    /// <summary>Whether the program sums what it returns.</summary>
    public bool IsLoss => Kernel is { ReturnType: not "void" };

    /// <summary>Whether a layer that reads a sequence from its last frame does it, so that its frames come in the other order.</summary>
    public bool IsReversed { get; private init; }

    /// <summary>The same of a layer that reads a sequence from its last frame: what is read of the frame before is read of the one behind, and the other way round.</summary>
    public Operation Reversed() => this with { IsReversed = When.Level == Level.Sample, Operands = [.. Operands.Select(operand => operand.Reversed())] };

    /// <summary>The same once for each sequence.</summary>
    public Operation OncePerSequence() => this with { When = When.In(Level.Sequence) };

    /// <summary>The same on other buffers.</summary>
    public Operation On(IReadOnlyDictionary<Buffer, Buffer> replaced) => replaced.Count == 0
        ? this
        : this with { Operands = [.. Operands.Select(operand => replaced.TryGetValue(operand.Buffer, out Buffer? other) ? operand with { Buffer = other } : operand)] };

    /// <summary>The same on other buffers once more, in a later phase.</summary>
    public Operation Again(int phase, IReadOnlyDictionary<Buffer, Buffer> replaced) => On(replaced) with { Name = $"{Name}InPhase{phase + 1}", Remakes = null };

    /// <summary>See <see cref="Operations.Kernel.SampleTile"/>.</summary>
    public int SampleTile => Kernel?.SampleTile ?? 1;
}
