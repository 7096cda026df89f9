using System.Runtime.CompilerServices;
using DslNet.Generators.Emission;
using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslNet.Generators.Parsing;

/// <summary>
/// What arguments may read of code that is yet to be generated: a network's constants and, by <c>nameof</c>, the names of its
/// members. They are added to the compilation as far as they are known, until no more of them become known; then the compiler
/// evaluates whatever is computed from them.
/// </summary>
internal static class FutureCode
{
    private static readonly ConditionalWeakTable<Compilation, Compilation> s_complete = new(), s_generated = new();

    /// <summary>Parses a network in a compilation without generated code.</summary>
    public static ParsedNetwork Parse(INamedTypeSymbol type, TypeDeclarationSyntax declaration, Compilation compilation, CancellationToken cancellation)
    {
        ParsedNetwork parsed = NetworkParser.Parse(type, declaration, cancellation);
        if (parsed.IsReadable && !HidesConstant(declaration, compilation, cancellation))
            return parsed;
        Compilation complete = Complete(compilation, cancellation);
        return NetworkParser.Parse(NetworkDeclarations.TypeOf(declaration, complete, cancellation), declaration, cancellation);
    }

    /// <summary>The compilation with as much of the code to come as attributes can read.</summary>
    public static Compilation Complete(Compilation compilation, CancellationToken cancellation) =>
        s_complete.GetValue(compilation, _ => Add(compilation, cancellation));

    /// <summary>Whether the compiler will have nothing to say of a network's attributes: what is not known has some value then too.</summary>
    public static bool IsReadableWhenGenerated(TypeDeclarationSyntax declaration, Compilation compilation, CancellationToken cancellation)
    {
        Compilation generated = Generated(compilation, cancellation);
        return NetworkParser.Parse(NetworkDeclarations.TypeOf(declaration, generated, cancellation), declaration, cancellation).IsReadable;
    }

    /// <summary>The compilation with all that attributes can read of the code to come: constants that are not known have some value too.</summary>
    public static Compilation Generated(Compilation compilation, CancellationToken cancellation) => s_generated.GetValue(compilation, _ =>
    {
        Compilation complete = Complete(compilation, cancellation);
        return Add(compilation, Parse(compilation, complete, cancellation).Select(network => Write(network, whole: true)));
    });

    /// <summary>Whether an argument has the name of a generated constant and is another's now: the generated one may be nearer.</summary>
    private static bool HidesConstant(TypeDeclarationSyntax declaration, Compilation compilation, CancellationToken cancellation) =>
        declaration.AttributeLists.SelectMany(list => list.DescendantNodes()).OfType<IdentifierNameSyntax>().Any(name =>
            GeneratedConstants.Contains(name.Identifier.ValueText)
            && compilation.GetSemanticModel(name.SyntaxTree).GetSymbolInfo(name, cancellation).Symbol is IFieldSymbol { DeclaringSyntaxReferences.Length: > 0 });

    private static Compilation Add(Compilation compilation, CancellationToken cancellation)
    {
        Compilation current = compilation;
        string[] known = [];

        // Each round makes something known, or is the last; a network may read a constant of the one before, and so on.
        for (int round = 0; ; round++)
        {
            string[] texts = [.. Parse(compilation, current, cancellation).Select(network => Write(network, whole: false))];
            if (texts.SequenceEqual(known) || round > 4 * texts.Length)
                return current;
            known = texts;
            current = Add(compilation, texts);
        }
    }

    /// <summary>The networks of a compilation whose classes can be extended, as they are in another one with the same files.</summary>
    private static IEnumerable<NetworkSpec> Parse(Compilation compilation, Compilation view, CancellationToken cancellation) =>
        from declaration in NetworkDeclarations.In(compilation, cancellation)
        let parsed = NetworkParser.Parse(NetworkDeclarations.TypeOf(declaration, view, cancellation), declaration, cancellation)
        where parsed.CanExtend
        select parsed.Spec;

    private static Compilation Add(Compilation compilation, IEnumerable<string> texts)
    {
        var options = (CSharpParseOptions?)compilation.SyntaxTrees.FirstOrDefault()?.Options;
        // An array, since the compilation reads them more than once, and would have other trees each time.
        SyntaxTree[] trees = [.. texts.Select((text, i) => CSharpSyntaxTree.ParseText(text, options, Invariant($"{GeneratedCode.GeneratorName}/{i}.cs")))];
        return compilation.AddSyntaxTrees(trees);
    }

    /// <param name="network">The network.</param>
    /// <param name="whole">Whether constants that are not known have a value too, as they will have.</param>
    private static string Write(NetworkSpec network, bool whole)
    {
        SourceWriter writer = new();
        TypeShell.WriteType(writer, network.Type, "", () =>
        {
            WriteConstant(nameof(GeneratedConstants.InputLength), network.Constants.InputLength);
            WriteConstant(nameof(GeneratedConstants.OutputLength), network.Constants.OutputLength);
            WriteConstant(nameof(GeneratedConstants.ParameterCount), network.Constants.ParameterCount);
            IEnumerable<string> layers = network.Nodes.Where(node => node.Layer.HasParameters).Select(node => node.Name);
            foreach (string name in GeneratedMembers.Names.Where(name => !GeneratedConstants.Contains(name)).Concat(layers))
                writer.Line($"public static object {name} => null!;");
        });
        return writer.ToString();

        void WriteConstant(string name, long? value)
        {
            if (value is not null || whole)
                writer.Line($"public const int {name} = {NumberText.Of(value ?? 1)};");
        }
    }
}
