using System.Text;
using DslNet.Generators.Emission;
using DslNet.Generators.Model;
using DslNet.Generators.Parsing;
using DslNet.Generators.Planning;
using DslNet.Generators.Simd;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DslNet.Generators;

/// <summary>Turns classes marked [Network] into networks. It reports nothing: that is the analyzers' work, with the same parser.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    /// <summary>The step that yields one specification a network.</summary>
    public const string NetworksStep = "Networks";

    /// <summary>The step that yields the names of the targets to emit.</summary>
    public const string TargetsStep = "Targets";

    /// <summary>The step that yields file names which differ only in case, and so need more to tell them apart.</summary>
    public const string CollisionsStep = "Collisions";

    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<NetworkSpec> networks = context.SyntaxProvider
            .ForAttributeWithMetadataName("DslNet.NetworkAttribute", static (node, _) => node is ClassDeclarationSyntax, Parse)
            .Where(static network => network is not null)
            .Select(static (network, _) => network!)
            .WithTrackingName(NetworksStep);

        IncrementalValueProvider<string> targets = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => options.GlobalOptions.TryGetValue(Target.Property, out string? names) ? names : "")
            .WithTrackingName(TargetsStep);

        IncrementalValueProvider<EquatableArray<string>> collisions = networks.Collect()
            .Select(static (all, _) => HintNames.Collisions(all))
            .WithTrackingName(CollisionsStep);

        context.RegisterSourceOutput(networks.Combine(targets).Combine(collisions), static (output, pair) =>
            Emit(output, pair.Left.Left, pair.Left.Right, pair.Right));
    }

    private static NetworkSpec? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        // Two declarations of a class may both be marked, which the compiler refuses; it is one network all the same.
        SyntaxReference? first = context.TargetSymbol.GetAttributes()
            .First(attribute => attribute.AttributeClass?.ToDisplayString() == "DslNet.NetworkAttribute").ApplicationSyntaxReference;
        if (first is null || first.SyntaxTree != context.TargetNode.SyntaxTree || !context.TargetNode.Span.Contains(first.Span))
            return null;

        ParsedNetwork parsed = NetworkParser.Parse((INamedTypeSymbol)context.TargetSymbol, (TypeDeclarationSyntax)context.TargetNode, cancellation);
        return parsed.CanExtend ? parsed.Spec : null;
    }

    private static void Emit(SourceProductionContext output, NetworkSpec network, string targetNames, EquatableArray<string> collisions)
    {
        string hint = HintNames.Of(network, collisions);
        if (!network.IsValid)
        {
            Add(hint, StubFile.Write(network, "has errors in its declaration; the build says which."));
            return;
        }

        NetworkPlan plan = NetworkPlan.Of(network);
        if (plan.IsTooLarge)
        {
            Add(hint, StubFile.Write(network, "needs more than 2,147,482,623 floats of scratch memory, which no array can hold. Make its images or layers smaller."));
            return;
        }

        IReadOnlyList<Target> targets = [.. Target.Choose(targetNames).Where(plan.GainsFrom)];
        Add(hint, SurfaceFile.Write(plan, [.. targets.Where(target => target.HasPrograms)]));
        Add($"{hint}.{ProgramFile.ClassName}", ProgramFile.Write(plan));
        foreach (Target target in targets)
        {
            output.CancellationToken.ThrowIfCancellationRequested();
            Add($"{hint}.{target.ClassName}", KernelFile.Write(plan, target));
        }

        void Add(string name, string text) => output.AddSource(name + ".g.cs", SourceText.From(text, Encoding.UTF8));
    }
}
