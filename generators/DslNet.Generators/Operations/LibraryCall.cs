using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Operations;

/// <summary>Work that no shape makes faster: the program calls the library for it.</summary>
/// <param name="name">What it is, unique among the operations.</param>
/// <param name="granularity">When it is done.</param>
/// <param name="method">The method, of a class in the library's namespace for generated code.</param>
/// <param name="operands">Memory, in the order of its parameters.</param>
/// <param name="constants">Named arguments that follow.</param>
internal sealed class LibraryCall(
    string name, Granularity granularity, string method, IReadOnlyList<Operand> operands, params (string Name, int Value)[] constants) : Operation
{
    /// <summary>The namespace that it is in, as programs spell it.</summary>
    public const string Namespace = "Library__.";

    /// <summary>What makes that spelling mean the namespace.</summary>
    public const string Using = "using Library__ = global::DslNet.CompilerServices;";

    public override string Name => name;

    public override Granularity Granularity => granularity;

    public override string Callee => Namespace + method;

    public override string? Signature => null;

    public override IReadOnlyList<Operand> Operands => operands;

    public override IReadOnlyList<ScalarArgument> Scalars { get; } =
        [.. constants.Select(constant => new ScalarArgument("int", constant.Name, $"{constant.Name}: {constant.Value}"))];

    public override void WriteMethods(SourceWriter writer, Target target)
    {
        // The library has it.
    }
}
