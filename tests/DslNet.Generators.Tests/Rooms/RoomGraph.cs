using System.Xml.Linq;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslNet.Generators.Tests.Rooms;

/// <summary>
/// Which folder of a project uses which, by the compiler's own account: every name in every file is bound, and the folder of what it means is the
/// folder of the file that declares it. Of a type in several files that is the file which has the type's name.
/// </summary>
internal sealed class RoomGraph
{
    /// <summary>A partial method whose body another generator writes, and what the compiler concludes from its absence: fields that it would assign.</summary>
    private static readonly string[] s_generatedElsewhere = ["CS8795", "CS0170"];

    private readonly SortedDictionary<(string From, string To), SortedSet<string>> _uses = [];
    private readonly SortedDictionary<string, SortedSet<string>> _namespaces = new(StringComparer.Ordinal);

    private RoomGraph(string project, CSharpCompilation compilation)
    {
        Errors = [.. compilation.GetDiagnostics().Where(problem => problem.Severity == DiagnosticSeverity.Error && !s_generatedElsewhere.Contains(problem.Id)).Select(problem => problem.ToString())];
        foreach (SyntaxTree tree in compilation.SyntaxTrees.Where(tree => tree.FilePath.Length > 0))
            AddUsesOf(tree, compilation.GetSemanticModel(tree), project);
    }

    /// <summary>What the compiler could not bind; nothing, or the graph has gaps.</summary>
    public IReadOnlyList<string> Errors { get; }

    /// <summary>The folders that use another, with what they use of it and where.</summary>
    public IReadOnlyDictionary<(string From, string To), SortedSet<string>> Uses => _uses;

    /// <summary>The namespaces of other assemblies that each folder uses.</summary>
    public IReadOnlyDictionary<string, SortedSet<string>> ForeignNamespaces => _namespaces;

    /// <summary>Reads a project.</summary>
    /// <param name="project">Its folder.</param>
    /// <param name="globalUsings">The global using directives that the project has by its properties.</param>
    /// <param name="references">Assemblies beside the run-time library's.</param>
    public static RoomGraph Of(string project, string globalUsings, params MetadataReference[] references)
    {
        CSharpParseOptions options = new(LanguageVersion.Preview, preprocessorSymbols: SymbolsOf(project));
        IEnumerable<string> files = Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(project, file).StartsWith("obj", StringComparison.Ordinal) && !Path.GetRelativePath(project, file).StartsWith("bin", StringComparison.Ordinal));
        IEnumerable<(string File, string Place)> all = files.Select(file => (file, file)).Concat(LinkedInto(project));
        IEnumerable<SyntaxTree> trees = all.Select(pair => CSharpSyntaxTree.ParseText(File.ReadAllText(pair.File), options, pair.Place))
            .Append(CSharpSyntaxTree.ParseText(globalUsings, options));
        return new(project, CSharpCompilation.Create("Rooms", trees, [.. Net100.References.All, .. references], new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true)));
    }

    /// <summary>Files of other folders that the project compiles too, and where it shows them.</summary>
    private static IEnumerable<(string File, string Place)> LinkedInto(string project) =>
        from file in Directory.EnumerateFiles(project, "*.csproj")
        from item in XDocument.Load(file).Descendants("Compile")
        let link = (string?)item.Attribute("Link")
        where link is not null
        select (Path.Combine(project, (string)item.Attribute("Include")!), Path.Combine(project, link));

    /// <summary>What the project defines for <c>#if</c>.</summary>
    private static IEnumerable<string> SymbolsOf(string project) =>
        from file in Directory.EnumerateFiles(project, "*.csproj")
        from constants in XDocument.Load(file).Descendants("DefineConstants")
        from symbol in constants.Value.Split(';')
        where !symbol.StartsWith('$')
        select symbol;

    /// <summary>A chain of folders that comes back to where it began; empty if there is none.</summary>
    public IReadOnlyList<string> FindCircle()
    {
        ILookup<string, string> next = _uses.Keys.ToLookup(use => use.From, use => use.To);
        HashSet<string> done = [];
        List<string> path = [];
        return next.Select(from => from.Key).Any(Closes) ? path : [];

        bool Closes(string room)
        {
            int before = path.IndexOf(room);
            path.Add(room);
            if (before >= 0)
            {
                path.RemoveRange(0, before);
                return true;
            }

            if (done.Add(room) && next[room].Any(Closes))
                return true;
            path.RemoveAt(path.Count - 1);
            return false;
        }
    }

    private void AddUsesOf(SyntaxTree tree, SemanticModel model, string project)
    {
        string from = RoomOf(tree.FilePath, project);
        foreach (SimpleNameSyntax name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
        {
            ISymbol? symbol = model.GetSymbolInfo(name).Symbol?.OriginalDefinition;
            if (symbol is null or INamespaceSymbol || name.FirstAncestorOrSelf<UsingDirectiveSyntax>() is not null)
                continue;
            if (symbol is not INamedTypeSymbol && symbol.ContainingType is null)
                continue;
            if (DeclaringFile(symbol) is not { } file)
            {
                if (symbol.ContainingNamespace is { IsGlobalNamespace: false } space && symbol.Locations.Any(location => location.IsInMetadata))
                    Add(_namespaces, from, space.ToDisplayString());
                continue;
            }

            string to = RoomOf(file, project);
            if (to != from)
                Add(_uses, (from, to), $"{Path.GetFileName(tree.FilePath)} uses {symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}");
        }
    }

    private static string? DeclaringFile(ISymbol symbol)
    {
        IEnumerable<string> files = symbol.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree.FilePath);
        return files.OrderByDescending(file => Path.GetFileNameWithoutExtension(file) == symbol.Name).FirstOrDefault();
    }

    private static string RoomOf(string file, string project) => Path.GetRelativePath(project, Path.GetDirectoryName(file)!).Replace('\\', '/');

    private static void Add<TKey>(SortedDictionary<TKey, SortedSet<string>> sets, TKey key, string value) where TKey : notnull
    {
        if (!sets.TryGetValue(key, out SortedSet<string>? set))
            sets.Add(key, set = new SortedSet<string>(StringComparer.Ordinal));
        set.Add(value);
    }
}
