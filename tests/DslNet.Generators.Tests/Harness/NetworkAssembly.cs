using System.Reflection;
using System.Runtime.Intrinsics.X86;
using System.Runtime.Loader;
using System.Text;
using DslNet.Generators.Simd;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace DslNet.Generators.Tests.Harness;

/// <summary>Networks, generated, compiled and loaded.</summary>
internal sealed class NetworkAssembly
{
    private readonly Assembly _assembly;

    private NetworkAssembly(string targets, Assembly assembly) => (Targets, _assembly) = (targets, assembly);

    /// <summary>What it was compiled for.</summary>
    public string Targets { get; }

    /// <summary>
    /// Compiles networks once for each target whose bits the preferred one's must be: the portable one, NEON, whose kernels run
    /// elsewhere too, and AVX-512, whose vectors the run-time makes of two halves where the processor has none; these two if a
    /// network has kernels for them.
    /// </summary>
    public static IReadOnlyList<NetworkAssembly> CompileOthers(string source, bool checkOverflow = false)
    {
        NetworkAssembly portable = Compile(source, "portable", checkOverflow);
        NetworkAssembly? neon = CompileForced(source, "neon", checkOverflow);
        NetworkAssembly? wide = Avx2.IsSupported && Fma.IsSupported ? CompileForced(source, "avx512", checkOverflow) : null;
        return [.. new[] { portable, neon, wide }.OfType<NetworkAssembly>()];
    }

    /// <param name="source">Any number of networks.</param>
    /// <param name="targets">As the build property DslNetTargets; all if empty.</param>
    /// <param name="checkOverflow">Whether arithmetic on integers is checked unless the code says otherwise.</param>
    public static NetworkAssembly Compile(string source, string targets = "", bool checkOverflow = false)
    {
        Generation.Run(source, targets, out CSharpCompilation compilation, checkOverflow);
        return Load(targets, compilation);
    }

    /// <summary>Compiles networks that run a target's kernels whether or not the processor has the instructions; null if none has any.</summary>
    private static NetworkAssembly? CompileForced(string source, string name, bool checkOverflow)
    {
        Generation.Run(source, name, out CSharpCompilation compilation, checkOverflow);
        string condition = Target.All.Single(target => target.Name == name).Condition!;
        SyntaxTree[] choosing = [.. compilation.SyntaxTrees.Where(tree => tree.ToString().Contains($"if ({condition})", StringComparison.Ordinal))];
        if (choosing.Length == 0)
            return null;
        foreach (SyntaxTree tree in choosing)
        {
            // Always so, but no constant, which would be warned of.
            string forced = tree.ToString().Replace($"if ({condition})", "if (global::System.Environment.ProcessorCount > 0)", StringComparison.Ordinal);
            compilation = compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(forced, Encoding.UTF8)));
        }

        return Load(name, compilation);
    }

    private static NetworkAssembly Load(string targets, CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        EmitResult result = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        if (!result.Success || result.Diagnostics.Any(problem => problem.Severity >= DiagnosticSeverity.Warning))
            Assert.Fail(Explain(result));

        image.Position = 0;

        // Stays loaded to the end, as a user's own does. Of a collectible one, .NET 10.0.12 was seen to lose a Type: the place where
        // the run-time remembers it still named an address that the garbage collector had moved it away from.
        return new NetworkAssembly(targets, new AssemblyLoadContext("Networks").LoadFromStream(image));
    }

    public Type Type(string name) => _assembly.GetType(name, throwOnError: true)!;

    public INetwork Create(string name, int seed = 0) => (INetwork)Activator.CreateInstance(Type(name), seed)!;

    private static string Explain(EmitResult result)
    {
        var text = new StringBuilder();
        foreach (Diagnostic problem in result.Diagnostics.Where(problem => problem.Severity >= DiagnosticSeverity.Warning).Take(5))
        {
            text.AppendLine().AppendLine(problem.ToString());
            if (problem.Location.SourceTree is not { } tree)
                continue;
            SourceText source = tree.GetText();
            int line = problem.Location.GetLineSpan().StartLinePosition.Line;
            for (int i = Math.Max(line - 8, 0); i < Math.Min(line + 9, source.Lines.Count); i++)
                text.Append(i == line ? "> " : "  ").Append((i + 1).ToString("00000", null)).Append(' ').AppendLine(source.Lines[i].ToString());
        }

        return text.ToString();
    }
}
