using DslNet.Generators.Emission;
using DslNet.Generators.Simd;

namespace DslNet.Generators.Graph;

/// <summary>One kernel and what it works on.</summary>
internal abstract class Operation
{
    /// <summary>The kernel's method.</summary>
    public abstract string Name { get; }

    /// <summary>The method that the driver calls.</summary>
    public virtual string Callee => "TKernels." + Name;

    /// <summary>The kernel's return type, name and parameters; null where the library does the work.</summary>
    public virtual string? Signature => $"{ReturnType} {Name}({ParameterList})";

    /// <summary>How the kernel's method begins.</summary>
    protected string Declaration => "public static " + Signature;

    /// <summary>How much one call does.</summary>
    public abstract Granularity Granularity { get; }

    /// <summary>What it reads and writes, in the order of its parameters.</summary>
    public abstract IReadOnlyList<Operand> Operands { get; }

    /// <summary>Further arguments: type, name, and the driver's expression for it.</summary>
    public virtual IReadOnlyList<ScalarArgument> Scalars => [];

    /// <summary>void, or double for a loss, which is summed.</summary>
    public virtual string ReturnType => "void";

    /// <summary>Only the operation that a loss consists of: which of the caller's memory it needs to be there.</summary>
    public virtual BufferKind? OnlyWith => null;

    /// <summary>What is done instead where its sums are too long to be written out without a loop; null where they are written out.</summary>
    public virtual string? LoopInstead(Target target) => null;

    /// <summary>Writes the kernel's method or methods.</summary>
    public abstract void WriteMethods(SourceWriter writer, Target target);

    /// <summary>The parameter list of the kernel.</summary>
    protected string ParameterList
    {
        get
        {
            IEnumerable<string> references = Operands.Select(operand => $"ref {(operand.Buffer.Kind == BufferKind.Labels ? "int" : "float")} {operand.Name}");
            IEnumerable<string> scalars = Scalars.Select(scalar => $"{scalar.Type} {scalar.Name}");
            IEnumerable<string> count = Granularity == Granularity.Block ? ["nuint count"] : [];
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

    /// <summary>Opens a kernel's method: a line that says what it computes, and a body without overflow checks.</summary>
    protected static IDisposable Method(SourceWriter writer, string summary, string signature)
    {
        writer.Line();
        writer.Line("// " + summary);
        writer.Line(ProgramFile.Optimized);
        writer.Line(signature);
        IDisposable outer = writer.Block();
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
