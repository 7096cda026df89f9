using DslNet.Generators.Model;
using DslNet.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DslNet.Generators.Analyzers;

/// <summary>Tells of files of weights that are for no network of the project.</summary>
internal static class UnknownNetworkChecks
{
    private const int MostShown = 5;

    /// <param name="manifests">All files of weights of the project.</param>
    /// <param name="compilation">The project.</param>
    /// <param name="problems">Receives what is found, at the project with the item.</param>
    /// <param name="cancellation">Cancels.</param>
    public static void Run(IReadOnlyList<WeightManifest> manifests, Compilation compilation, ProblemList problems, CancellationToken cancellation)
    {
        if (manifests.Count == 0)
            return;
        INamedTypeSymbol[] networks = [.. NetworkDeclarations.In(compilation, cancellation).Select(declaration => NetworkDeclarations.TypeOf(declaration, compilation, cancellation))];
        foreach (WeightManifest manifest in manifests)
        {
            int count = networks.Count(network => manifest.Network == network.Name || manifest.Network == FullName(network));
            if (count == 1)
                continue;
            string[] names = [.. networks.Select(network => network.Name).Distinct()];
            string meant = Spelling.Meant(manifest.Network, names) ?? (names.Length == 1 ? names[0] : "");
            (string fact, string remedy) =
                count > 1 ? ($"{count} of that name", $"Write the whole name: Network=\"{FullName(networks.First(network => network.Name == manifest.Network))}\"")
                : meant.Length > 0 ? ("none of that name", $"Write Network=\"{meant}\"")
                : names.Length == 0 ? ("no network at all", "Declare it as a class marked [Network], or take the item out")
                : ("none of that name", $"Write one of {string.Join(", ", names.Take(MostShown))}");
            problems.Add(RuleIds.WeightsOfNoNetwork, Location.Create(manifest.Project, default, default(LinePositionSpan)), [manifest.File, manifest.Network, fact, remedy]);
        }
    }

    private static string FullName(INamedTypeSymbol network) => network.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);
}
