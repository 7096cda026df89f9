using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Operations;

/// <summary>One kernel and what it works on.</summary>
internal abstract class Operation
{
    // LeNet-5's input gradient behind a pooling loads 4.8 % less with all registers, and takes 4 % less time.
    private const double LoadsWorthAKernel = 0.96;

    /// <summary>The kernel's method.</summary>
    public abstract string Name { get; }

    /// <summary>The layer whose work it does; null for copies of the caller's memory, and for the loss.</summary>
    public string? Layer { get; private set; }

    /// <summary>Its part in that work.</summary>
    public Role Role { get; private set; }

    /// <summary>What a reader of the program should know before its call; mostly nothing.</summary>
    public string? Remark { get; init; }

    /// <summary>The kernel that does its work: its own, or an equal one of an operation before it. See <see cref="SharedKernels"/>.</summary>
    public string KernelName
    {
        get => field ?? Name;
        set;
    }

    /// <summary>The method that the program calls.</summary>
    public virtual string Callee => "TKernels." + KernelName;

    /// <summary>The kernel's return type, name and parameters; null where the library does the work, or where there is one for a single sample only.</summary>
    public virtual string? Signature => $"{ReturnType} {Name}{TypeParameters}({ParameterList}){Constraints}";

    /// <summary>The kernel's type parameters in their brackets; mostly none.</summary>
    public virtual string TypeParameters => "";

    /// <summary>What is asked of them, after a space.</summary>
    public virtual string Constraints => "";

    /// <summary>Return type, name and parameters of a method for one sample beside that for a block of them; null where there is none.</summary>
    public virtual string? SingleSignature => null;

    /// <summary>The name of the method for one sample.</summary>
    public string SingleName => Name + "Single";

    /// <summary>The method that a program for one sample calls.</summary>
    public string SingleCallee => SingleSignature is null ? Callee : $"TKernels.{KernelName}Single";

    /// <summary>Says whose work it does, and which part of it: once, when it becomes part of a program.</summary>
    public Operation As(Role role, string? layer)
    {
        (Role, Layer) = (role, layer);
        return this;
    }

    /// <summary>How the kernel's method begins.</summary>
    protected string Declaration => "public static " + Signature;

    /// <summary>How much one call does.</summary>
    public abstract Granularity Granularity { get; }

    /// <summary>
    /// Samples that a kernel of a block works on at once. Where the block's are no whole number of them, it reads and writes
    /// beyond the last one, and the scratch memory of its operands is as much longer.
    /// </summary>
    public virtual int SampleTile => 1;

    /// <summary>What it reads and writes, in the order of its parameters.</summary>
    public abstract IReadOnlyList<Operand> Operands { get; }

    /// <summary>Further arguments: type, name, and the program's expression for it.</summary>
    public virtual IReadOnlyList<ScalarArgument> Scalars => [];

    /// <summary>
    /// Gradients that it stores for the first block of a group of samples and adds to for the others: nobody needs to clear them.
    /// All that lies within is written.
    /// </summary>
    public virtual IReadOnlyList<GradientSpan> StoredFirst => [];

    /// <summary>
    /// Gradients whose parameters its kernels update where their target does that while it sums, and where there is something to update. No
    /// later operation of a program may read these parameters.
    /// </summary>
    public virtual IReadOnlyList<GradientSpan> Updated => [];

    /// <summary>void, or double for a loss, which is summed.</summary>
    public virtual string ReturnType => "void";

    /// <summary>Only the operation that a loss consists of: which of the caller's memory it needs to be there.</summary>
    public virtual BufferKind? OnlyWith => null;

    /// <summary>What is done instead where its sums are too long to be written out without a loop; null where they are written out.</summary>
    public virtual string? LoopInstead(Target target) => null;

    /// <summary>
    /// Whether it has a kernel of its own for a target that has a fallback. It must be worth its text, and sums must come out
    /// the same.
    /// </summary>
    protected virtual bool GainsFrom(Target target) => false;

    /// <summary>
    /// Whether more registers, if that is what a target gains by, hold tiles for which so much less is loaded that a kernel that is
    /// bound by loads is worth its text.
    /// </summary>
    protected bool LoadsLess(Target target) =>
        target.GainsByRegisters && target.Fallback is { } fallback && CostOn(target) is { } cost && cost.Loads < LoadsWorthAKernel * CostOn(fallback)?.Loads;

    /// <summary>What it costs; null where it is not worth counting.</summary>
    public virtual KernelCost? CostOn(Target target) => null;

    /// <summary>The target whose kernel runs: the fallback where there is nothing to gain.</summary>
    public Target RunsOn(Target target) => target.Fallback is { } fallback && !GainsFrom(target) ? RunsOn(fallback) : target;

    /// <summary>Writes what the programs call: the kernel, or a call of the one that the fallback has.</summary>
    public void Write(SourceWriter writer, Target target)
    {
        Target own = RunsOn(target);
        if (own == target)
        {
            WriteMethods(writer, target);
            return;
        }

        if (Signature is not null)
            writer.Lines("", $"{Declaration} => {own.ClassName}.{Name}({ForwardedArguments});");
        if (SingleSignature is not null)
            WriteSingleOf(writer, own);
    }

    /// <summary>Writes the method for one sample as a call of another target's.</summary>
    protected void WriteSingleOf(SourceWriter writer, Target other) =>
        writer.Lines("", $"public static {SingleSignature} => {other.ClassName}.{SingleName}({string.Join(", ", Operands.Select(operand => "ref " + operand.Name))});");

    /// <summary>Writes the kernel's method or methods.</summary>
    public abstract void WriteMethods(SourceWriter writer, Target target);

    /// <summary>The parameter list of the kernel.</summary>
    protected string ParameterList
    {
        get
        {
            IEnumerable<string> references = Operands.Select(operand => $"ref {(operand.Buffer.Kind == BufferKind.Labels ? "int" : "float")} {operand.Name}");
            IEnumerable<string> scalars = Scalars.Select(scalar => $"{scalar.Type} {scalar.Name}");
            IEnumerable<string> count = Granularity == Granularity.Block ? ["int count"] : [];
            return string.Join(", ", references.Concat(scalars).Concat(count));
        }
    }

    /// <summary>The arguments with which a kernel's method calls another of the same parameters.</summary>
    protected string ForwardedArguments
    {
        get
        {
            IEnumerable<string> references = Operands.Select(operand => "ref " + operand.Name);
            IEnumerable<string> scalars = Scalars.Select(scalar => scalar.Name);
            IEnumerable<string> count = Granularity == Granularity.Block ? ["count"] : [];
            return string.Join(", ", references.Concat(scalars).Concat(count));
        }
    }

    /// <summary>In the kernel's method: the only part, or the calls of several.</summary>
    protected void WriteCalls(SourceWriter writer, IReadOnlyList<KernelPart> parts)
    {
        if (parts.Count == 1)
            parts[0].Write();
        foreach (KernelPart part in parts.Count == 1 ? [] : parts)
            writer.Line($"{Name}{part.Suffix}({ForwardedArguments});");
    }

    /// <summary>Behind the kernel's method: those of its parts, where there are several.</summary>
    protected void WriteMethods(SourceWriter writer, IReadOnlyList<KernelPart> parts)
    {
        foreach (KernelPart part in parts.Count == 1 ? [] : parts)
        {
            using (Method(writer, $"{char.ToUpperInvariant(part.Summary[0])}{part.Summary.Substring(1)}.", $"private static void {Name}{part.Suffix}({ParameterList})"))
                part.Write();
        }
    }

    /// <summary>Of a kernel of one part, that part for the kernel's comment: empty, or ", " and what it does.</summary>
    protected static string OnlyPart(IReadOnlyList<KernelPart> parts) => parts.Count == 1 ? ", " + parts[0].Summary : "";

    /// <summary>Opens a kernel's method: a line that says what it computes, and a body without overflow checks.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="summary">The line.</param>
    /// <param name="signature">How the method begins.</param>
    /// <param name="cost">What it costs, for a second line.</param>
    /// <param name="single">Whether the program for one sample consists of it, and should become one method.</param>
    protected static IDisposable Method(SourceWriter writer, string summary, string signature, KernelCost? cost = null, bool single = false)
    {
        writer.BeginMethod();
        writer.Line();
        writer.Line("// " + summary);
        if (cost is not null)
            writer.Line("// " + cost);
        writer.Line(single ? KernelMethod.OfOneSample : KernelMethod.Optimized);
        IDisposable outer = writer.Block(signature);
        IDisposable inner = writer.Block("unchecked");
        return new Closings(inner, outer);
    }

    private sealed class Closings(params IDisposable[] blocks) : IDisposable
    {
        public void Dispose()
        {
            foreach (IDisposable block in blocks)
                block.Dispose();
        }
    }
}
