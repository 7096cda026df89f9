using System.Runtime.CompilerServices;
using DslNet.Generators.Emission;
using DslNet.Generators.Model;
using DslNet.Generators.Text;
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
        if (parsed.IsReadable && parsed.HasReadableBodies && !HidesConstant(declaration, compilation, cancellation))
            return parsed;
        return Parse(declaration, Complete(compilation, cancellation), cancellation);
    }

    /// <summary>The compilation with as much of the code to come as attributes can read.</summary>
    public static Compilation Complete(Compilation compilation, CancellationToken cancellation) =>
        s_complete.GetValue(compilation, _ => Add(compilation, cancellation));

    /// <summary>Whether the compiler will have nothing to say of a network's attributes: what is not known has some value then too.</summary>
    public static bool IsReadableWhenGenerated(TypeDeclarationSyntax declaration, Compilation compilation, CancellationToken cancellation)
    {
        Compilation generated = Generated(compilation, cancellation);
        return Parse(declaration, generated, cancellation).IsReadable;
    }

    /// <summary>The compilation with all that attributes can read of the code to come: constants that are not known have some value too.</summary>
    public static Compilation Generated(Compilation compilation, CancellationToken cancellation) => s_generated.GetValue(compilation, _ =>
    {
        Compilation complete = Complete(compilation, cancellation);
        // An array, since the compilation reads them more than once, and would have other trees each time.
        SyntaxTree[] trees =
        [
            .. NetworkDeclarations.In(compilation, cancellation)
                .Select(network => Parse(network, complete, cancellation))
                .Where(parsed => parsed.CanExtend)
                .Select((parsed, i) => ParseText(Write(parsed.Spec, whole: true), i, compilation)),
        ];
        return compilation.AddSyntaxTrees(trees);
    });

    /// <summary>Whether an argument has a name that a generated constant has.</summary>
    public static bool NamesConstants(TypeDeclarationSyntax declaration) =>
        NamesInArguments(declaration).Any(name => GeneratedConstants.Contains(name.Identifier.ValueText));

    /// <summary>Whether an argument has the name of a generated constant and is another's now: the generated one may be nearer.</summary>
    private static bool HidesConstant(TypeDeclarationSyntax declaration, Compilation compilation, CancellationToken cancellation) =>
        NamesInArguments(declaration).Any(name =>
            GeneratedConstants.Contains(name.Identifier.ValueText)
            && compilation.GetSemanticModel(name.SyntaxTree).GetSymbolInfo(name, cancellation).Symbol is IFieldSymbol { DeclaringSyntaxReferences.Length: > 0 });

    private static Compilation Add(Compilation compilation, CancellationToken cancellation)
    {
        TypeDeclarationSyntax[] networks = [.. NetworkDeclarations.In(compilation, cancellation)];
        HashSet<string>[] names = [.. networks.Select(NamesIn)];
        var texts = new string?[networks.Length];
        var trees = new SyntaxTree?[networks.Length];
        Compilation current = compilation;
        int[] parsed = [.. Enumerable.Range(0, networks.Length)];

        // Each round makes something known, or is the last; a network may read a constant of the one before, and so on.
        for (int round = 0; ; round++)
        {
            int[] changed = [.. parsed.Where(i => Update(i, current))];
            if (changed.Length == 0 && parsed.Length == networks.Length || round > 4 * networks.Length)
                return current;
            current = compilation.AddSyntaxTrees([.. trees.OfType<SyntaxTree>()]);

            // Only those that name one of which more is known may learn of it. What others read in another way is seen when all are
            // asked again, as they are before the end.
            var known = new HashSet<string>(changed.Select(i => networks[i].Identifier.ValueText), StringComparer.Ordinal);
            int[] readers = [.. Enumerable.Range(0, networks.Length).Where(i => names[i].Overlaps(known))];
            parsed = readers.Length > 0 ? readers : [.. Enumerable.Range(0, networks.Length)];
        }

        bool Update(int i, Compilation view)
        {
            string? text = Parse(networks[i], view, cancellation) is { CanExtend: true } network ? Write(network.Spec, whole: false) : null;
            if (text == texts[i])
                return false;
            texts[i] = text;
            trees[i] = text is null ? null : ParseText(text, i, compilation);
            return true;
        }
    }

    /// <summary>The names in the arguments of a network's attributes.</summary>
    private static HashSet<string> NamesIn(TypeDeclarationSyntax declaration) => new(
        NamesInArguments(declaration).Select(name => name.Identifier.ValueText), StringComparer.Ordinal);

    private static IEnumerable<IdentifierNameSyntax> NamesInArguments(TypeDeclarationSyntax declaration) => declaration.AttributeLists
        .SelectMany(list => list.Attributes).Where(attribute => attribute.ArgumentList is not null)
        .SelectMany(attribute => attribute.ArgumentList!.DescendantNodes()).OfType<IdentifierNameSyntax>();

    /// <summary>A network as it is in another compilation with the same files.</summary>
    private static ParsedNetwork Parse(TypeDeclarationSyntax declaration, Compilation view, CancellationToken cancellation) =>
        NetworkParser.Parse(NetworkDeclarations.TypeOf(declaration, view, cancellation), declaration, cancellation);

    private static SyntaxTree ParseText(string text, int index, Compilation compilation) => CSharpSyntaxTree.ParseText(
        text, (CSharpParseOptions?)compilation.SyntaxTrees.FirstOrDefault()?.Options, Invariant($"{GeneratedCode.GeneratorName}/{index}.cs"));

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
