namespace DslNet.Generators.Operations;

/// <summary>Work that no shape makes faster: the program calls the library for it.</summary>
internal static class LibraryCall
{
    /// <summary>The namespace that it is in, as programs spell it.</summary>
    public const string Namespace = "Library__.";

    /// <summary>What makes that spelling mean the namespace.</summary>
    public const string Using = "using Library__ = global::DslNet.CompilerServices;";

    /// <summary>The operation.</summary>
    /// <param name="name">What it is, unique among a program's operations.</param>
    /// <param name="when">When it is done.</param>
    /// <param name="method">The method, of a class in the library's namespace for generated code.</param>
    /// <param name="operands">Memory, in the order of its parameters.</param>
    /// <param name="constants">Named arguments that follow.</param>
    public static Operation Of(
        string name, When when, string method, IReadOnlyList<Operand> operands, params (string Name, int Value)[] constants) =>
        new(name, when, Namespace + method, operands, [.. constants.Select(constant => new ProgramFact.Constant(constant.Value, constant.Name))]);
}
