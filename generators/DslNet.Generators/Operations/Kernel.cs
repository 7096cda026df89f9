using System.Text;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Operations;

/// <summary>
/// What a method computes, from shapes alone, for one instruction set as for the other. It knows no layer, no buffer and no offset, so that
/// kernels are comparable by value: equal ones have the same text but for name and comments, and are one method.
/// </summary>
internal abstract record Kernel
{
    // LeNet-5's input gradient behind a pooling loads 4.8 % less with all registers, and takes 4 % less time.
    private const double LoadsWorthAKernel = 0.96;

    /// <summary>The last parameter of a kernel of a block.</summary>
    private static readonly KernelParameter[] s_count = [new("count", "int")];

    /// <summary>The memory that it reads and writes.</summary>
    public abstract IReadOnlyList<KernelParameter> Parameters { get; }

    /// <summary>Further parameters, which are no memory.</summary>
    public virtual IReadOnlyList<KernelParameter> Scalars => [];

    /// <summary>Whether a call does a block of samples, whose count is the last argument, and not one sample.</summary>
    public virtual bool IsOfBlock => false;

    /// <summary>
    /// Samples that a kernel of a block works on at once. Where a block is no multiple of them, it reads and writes
    /// beyond the last one, and the scratch memory of its operands is as much longer.
    /// </summary>
    public virtual int SampleTile => 1;

    /// <summary>void, or double for a loss, which is summed.</summary>
    public virtual string ReturnType => "void";

    /// <summary>The type parameters in their brackets; mostly none.</summary>
    public virtual string TypeParameters => "";

    /// <summary>What is asked of them, after a space.</summary>
    public virtual string Constraints => "";

    /// <summary>Whether it has a method for one sample.</summary>
    public virtual bool HasSingle => false;

    /// <summary>Whether it has no other method.</summary>
    public virtual bool OnlySingle => false;

    /// <summary>
    /// Whether it has a method of its own for a target that has a fallback. It must be worth its text, and sums must come out
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

    /// <summary>What is done instead where its sums are too long to be written out without a loop; null where they are written out.</summary>
    public virtual string? LoopInstead(Target target) => null;

    /// <summary>The target whose kernel runs: the fallback where there is nothing to gain.</summary>
    public Target RunsOn(Target target) =>
        target.Fallback is { } fallback && !GainsFrom(target) ? RunsOn(fallback)
        : target.Lender is { } lender && GainsFrom(lender) ? lender
        : target;

    /// <summary>Return type, name and parameters of its methods.</summary>
    public IEnumerable<string> Signatures(string name)
    {
        if (!OnlySingle)
            yield return Signature(name);
        if (HasSingle)
            yield return SingleSignature(name + KernelName.SingleSuffix);
    }

    /// <summary>Writes what programs call: the kernel's methods, or calls of those that the fallback has.</summary>
    public void Write(SourceWriter writer, Target target, KernelName name)
    {
        Target own = RunsOn(target);
        if (own == target)
            WriteMethods(writer, target, name);
        else
            WriteForwards(writer, name.Method, name.On(own));
    }

    /// <summary>Writes its methods as calls of another class's.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="name">Its name here.</param>
    /// <param name="other">Its name there, behind that of the class.</param>
    /// <param name="attribute">A line before each.</param>
    public void WriteForwards(SourceWriter writer, string name, string other, string? attribute = null)
    {
        if (!OnlySingle)
            WriteForward(writer, $"{Signature(name)} => {other}({ForwardedArguments})", attribute);
        if (HasSingle)
            WriteSingleForward(writer, name, other, attribute);
    }

    /// <summary>Writes the method for one sample as a call of another class's.</summary>
    protected void WriteSingleForward(SourceWriter writer, string name, string other, string? attribute = null) => WriteForward(
        writer,
        $"{SingleSignature(name + KernelName.SingleSuffix)} => {other}{KernelName.SingleSuffix}({string.Join(", ", Parameters.Select(parameter => parameter.Argument))})",
        attribute);

    private static void WriteForward(SourceWriter writer, string method, string? attribute)
    {
        writer.Line();
        if (attribute is not null)
            writer.Line(attribute);
        writer.Line($"public static {method};");
    }

    /// <summary>Writes the methods.</summary>
    public abstract void WriteMethods(SourceWriter writer, Target target, KernelName name);

    /// <summary>How the method begins.</summary>
    protected string Declaration(KernelName name) => "public static " + Signature(name.Method);

    /// <summary>How the method for one sample begins.</summary>
    protected string SingleDeclaration(KernelName name) => "public static " + SingleSignature(name.Single);

    private string Signature(string name) => $"{ReturnType} {name}{TypeParameters}({ParameterList}){Constraints}";

    private string SingleSignature(string name) => $"{ReturnType} {name}({string.Join(", ", Parameters.Select(parameter => parameter.Declaration))})";

    private string ParameterList => string.Join(", ", AllParameters.Select(parameter => parameter.Declaration));

    /// <summary>The arguments with which one method calls another of the same parameters.</summary>
    private string ForwardedArguments => string.Join(", ", AllParameters.Select(parameter => parameter.Argument));

    private IEnumerable<KernelParameter> AllParameters => Parameters.Concat(Scalars).Concat(IsOfBlock ? s_count : []);

    /// <summary>In the kernel's method: the only part, or the calls of several.</summary>
    protected void WriteCalls(SourceWriter writer, KernelName name, IReadOnlyList<KernelPart> parts)
    {
        if (parts.Count == 1)
            parts[0].Write();
        foreach (KernelPart part in parts.Count == 1 ? [] : parts)
            writer.Line($"{name.Method}{part.Suffix}({ForwardedArguments});");
    }

    /// <summary>Behind the kernel's method: those of its parts, where there are several.</summary>
    protected void WriteParts(SourceWriter writer, KernelName name, IReadOnlyList<KernelPart> parts)
    {
        foreach (KernelPart part in parts.Count == 1 ? [] : parts)
        {
            using (Method(writer, $"{char.ToUpperInvariant(part.Summary[0])}{part.Summary.Substring(1)}.", $"private static void {name.Method}{part.Suffix}({ParameterList})"))
                part.Write();
        }
    }

    /// <summary>Of a kernel of one part, that part for the kernel's comment: empty, or ", " and what it does.</summary>
    protected static string OnlyPart(IReadOnlyList<KernelPart> parts) => parts.Count == 1 ? ", " + parts[0].Summary : "";

    /// <summary>Opens the kernel's method.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="name">The kernel's name.</param>
    /// <param name="summary">The line over it: what it computes.</param>
    /// <param name="cost">What it costs, for a second line.</param>
    /// <param name="single">Whether the program for one sample consists of it, and should become one method.</param>
    protected IDisposable Method(SourceWriter writer, KernelName name, string summary, KernelCost? cost = null, bool single = false) =>
        Method(writer, name.Comment(summary), Declaration(name), cost, single);

    /// <summary>Opens a method: a line that says what it computes, and a body without overflow checks.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="summary">The line.</param>
    /// <param name="declaration">How the method begins.</param>
    /// <param name="cost">What it costs, for a second line.</param>
    /// <param name="single">Whether the program for one sample consists of it, and should become one method.</param>
    protected static IDisposable Method(SourceWriter writer, string summary, string declaration, KernelCost? cost = null, bool single = false)
    {
        writer.BeginMethod();
        writer.Line();
        writer.Line("// " + summary);
        if (cost is not null)
            writer.Line("// " + cost);
        writer.Line(single ? KernelMethod.OfOneSample : KernelMethod.Optimized);
        IDisposable outer = writer.Block(declaration);
        IDisposable inner = writer.Block("unchecked");
        return new Closings(inner, outer);
    }

    /// <summary>In words, a kernel is what it was made of, without what follows from it.</summary>
    protected virtual bool PrintMembers(StringBuilder builder) => false;

    private sealed class Closings(params IDisposable[] blocks) : IDisposable
    {
        public void Dispose()
        {
            foreach (IDisposable block in blocks)
                block.Dispose();
        }
    }
}
