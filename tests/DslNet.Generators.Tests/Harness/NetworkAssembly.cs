using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace DslNet.Generators.Tests.Harness;

/// <summary>Networks, generated, compiled and loaded.</summary>
internal sealed class NetworkAssembly : IDisposable
{
    private readonly AssemblyLoadContext _context;
    private readonly Assembly _assembly;

    private NetworkAssembly(AssemblyLoadContext context, Assembly assembly) => (_context, _assembly) = (context, assembly);

    /// <param name="source">Any number of networks.</param>
    /// <param name="targets">As the build property DslNetTargets; all if empty.</param>
    /// <param name="checkOverflow">Whether arithmetic on integers is checked unless the code says otherwise.</param>
    public static NetworkAssembly Compile(string source, string targets = "", bool checkOverflow = false)
    {
        Generation.Run(source, targets, out CSharpCompilation compilation, checkOverflow);
        using var image = new MemoryStream();
        EmitResult result = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        if (!result.Success || result.Diagnostics.Any(problem => problem.Severity >= DiagnosticSeverity.Warning))
            Assert.Fail(Explain(result));

        image.Position = 0;
        var context = new AssemblyLoadContext("Networks", isCollectible: true);
        return new NetworkAssembly(context, context.LoadFromStream(image));
    }

    public Type Type(string name) => _assembly.GetType(name, throwOnError: true)!;

    public INetwork Create(string name, int seed = 0) => (INetwork)Activator.CreateInstance(Type(name), seed)!;

    public void Dispose() => _context.Unload();

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
