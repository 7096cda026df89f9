namespace DslNet.Generators.Operations;

/// <summary>How the methods of kernels and programs are compiled, as generated code spells it.</summary>
internal static class KernelMethod
{
    public const string Options = "Options__";

    /// <summary>What gives attribute and options their short names in a generated file.</summary>
    public static IReadOnlyList<string> Usings { get; } =
    [
        "using Method__ = global::System.Runtime.CompilerServices.MethodImplAttribute;",
        "using Options__ = global::System.Runtime.CompilerServices.MethodImplOptions;",
    ];

    /// <summary>Kernels and programs are compiled once and for good.</summary>
    public const string Optimized = "[Method__(Optimized)]";

    /// <summary>What a small program for one sample calls becomes part of it.</summary>
    public const string OfOneSample = "[Method__(OfOneSample)]";

    /// <summary>What calls a kernel of several networks becomes part of its callers.</summary>
    public const string Forwarded = "[Method__(Forwarded)]";

    /// <summary>What <see cref="Forwarded"/> says.</summary>
    public const string ForwardedConstant = $"private const {Options} Forwarded = {Options}.AggressiveInlining;";

    /// <summary>What <see cref="Optimized"/> says, by a short name.</summary>
    public const string OptimizedConstant = $"private const {Options} Optimized = {Options}.AggressiveOptimization;";

    /// <summary>
    /// What <see cref="Optimized"/> says of programs. One that became part of its caller would bring its kernels along, and the just-in-time compiler, which
    /// inlines so much in a method and no more, would leave calls in their innermost loops.
    /// </summary>
    public const string OptimizedProgramConstant = $"private const {Options} Optimized = {Options}.AggressiveOptimization | {Options}.NoInlining;";

    /// <summary>What <see cref="OfOneSample"/> says.</summary>
    /// <param name="inlined">Whether the program for one sample is small.</param>
    public static string OfOneSampleConstant(bool inlined) =>
        $"private const {Options} OfOneSample = Optimized{(inlined ? $" | {Options}.AggressiveInlining" : "")};";
}
