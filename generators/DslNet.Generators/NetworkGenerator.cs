using System.Collections.Immutable;
using System.Text;
using DslNet.Generators.Emission;
using DslNet.Generators.Model;
using DslNet.Generators.Parsing;
using DslNet.Generators.Planning;
using DslNet.Generators.Simd;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DslNet.Generators;

/// <summary>Turns classes marked [Network] into networks. What is wrong with them is the analyzers' to report, with the same parser, where they are heard.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    /// <summary>The step that yields one specification a network.</summary>
    public const string NetworksStep = "Networks";

    /// <summary>The step that yields the names of the targets to emit.</summary>
    public const string TargetsStep = "Targets";

    /// <summary>The step that yields file names which differ only in case, and so need more to tell them apart.</summary>
    public const string CollisionsStep = "Collisions";

    /// <summary>The step that yields what several equal networks have in common.</summary>
    public const string SharedStep = "Shared";

    /// <summary>The step that yields the kernels of several networks.</summary>
    public const string SharedKernelsStep = "SharedKernels";

    /// <summary>The step that yields the files of weights that the project names.</summary>
    public const string WeightsStep = "Weights";

    /// <summary>The build property that says whether this compilation asks no analyzer, set by the package's targets.</summary>
    private const string NoAnalyzersProperty = "build_property.DslNetNoAnalyzers";

    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<Declared> declared = context.SyntaxProvider
            .ForAttributeWithMetadataName("DslNet.NetworkAttribute", static (node, _) => node is ClassDeclarationSyntax, Parse)
            .Where(static declared => declared is not null)
            .Select(static (declared, _) => declared!);

        IncrementalValuesProvider<NetworkSpec> networks = declared
            .Where(static declared => declared.Network is not null)
            .Select(static (declared, _) => declared.Network!)
            .WithTrackingName(NetworksStep);

        IncrementalValueProvider<OptimizationLevel> optimization = context.CompilationProvider
            .Select(static (compilation, _) => compilation.Options.OptimizationLevel);

        IncrementalValueProvider<string> targets = context.AnalyzerConfigOptionsProvider.Combine(optimization)
            .Select(static (pair, _) => Target.NamesOf(
                pair.Left.GlobalOptions.TryGetValue(Target.Property, out string? names) ? names : null, pair.Right == OptimizationLevel.Release))
            .WithTrackingName(TargetsStep);

        IncrementalValueProvider<EquatableArray<string>> collisions = networks.Collect()
            .Select(static (all, _) => HintNames.Collisions(all))
            .WithTrackingName(CollisionsStep);

        IncrementalValuesProvider<HashedNetwork> hashed = networks.Select(static (network, _) => SharedNetworks.Hash(network));
        IncrementalValueProvider<EquatableArray<NetworkSpec>> shared = hashed.Collect()
            .Select(static (all, _) => SharedNetworks.Find(all))
            .WithTrackingName(SharedStep);

        IncrementalValuesProvider<(NetworkSpec Network, TypeSpec? Shared)> sharing = hashed.Combine(shared)
            .Select(static (pair, _) => (pair.Left.Network, SharedNetworks.Of(pair.Left, pair.Right)));

        // The networks that have programs: those that are equal to no other, and what several equal ones have in common.
        IncrementalValuesProvider<PlannedNetwork> alone = sharing.Where(static pair => pair.Shared is null && pair.Network.IsValid)
            .Select(static (pair, _) => new PlannedNetwork(pair.Network));
        IncrementalValuesProvider<PlannedNetwork> common = shared.SelectMany(static (all, _) => all).Select(static (network, _) => new PlannedNetwork(network));
        IncrementalValueProvider<EquatableArray<SharedKernel>> kernels = alone.Collect().Combine(common.Collect())
            .Select(static (all, _) => SharedKernels.Find(all.Left.Concat(all.Right)))
            .WithTrackingName(SharedKernelsStep);

        context.RegisterSourceOutput(alone.Combine(targets).Combine(collisions), static (output, pair) =>
            EmitSurface(output, HintNames.Of(pair.Left.Left.Network, pair.Right), pair.Left.Left.Plan, null, pair.Left.Right));
        context.RegisterSourceOutput(sharing.Where(static pair => pair.Shared is not null).Combine(targets).Combine(collisions), static (output, pair) =>
        {
            (NetworkSpec network, TypeSpec? type) = pair.Left.Left;
            EmitSurface(output, HintNames.Of(network, pair.Right), Planning.Compilation.Of(network), type, pair.Left.Right);
        });
        context.RegisterSourceOutput(networks.Where(static network => !network.IsValid).Combine(collisions), static (output, pair) =>
            AddSource(output, HintNames.Of(pair.Left, pair.Right), StubFile.Write(pair.Left, "has errors in its declaration; the build says which.")));
        context.RegisterSourceOutput(WithShared(alone).Combine(targets).Combine(collisions), static (output, pair) =>
            EmitPrograms(output, HintNames.Of(pair.Left.Left.Network.Network, pair.Right), pair.Left.Left.Network.Plan, pair.Left.Left.Shared, pair.Left.Right));
        context.RegisterSourceOutput(WithShared(common).Combine(targets), static (output, pair) =>
            EmitPrograms(output, pair.Left.Network.Network.Type.HintName, pair.Left.Network.Plan, pair.Left.Shared, pair.Right));
        context.RegisterSourceOutput(kernels.Combine(targets), static (output, pair) => EmitShared(output, pair.Left, pair.Right));
        IncrementalValueProvider<bool> plans = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => IsTrue(options, PlanFile.Property));
        context.RegisterSourceOutput(networks.Combine(plans).Combine(collisions), static (output, pair) =>
        {
            if (pair.Left.Right)
                EmitPlan(output, pair.Left.Left, pair.Right);
        });
        context.RegisterSourceOutput(declared.SelectMany(static (declared, _) => declared.Placeholders).Collect(), EmitPlaceholders);

        IncrementalValueProvider<EquatableArray<WeightManifest>> weights = context.AdditionalTextsProvider
            .Where(WeightManifests.IsOne)
            .Select(WeightManifests.Read)
            .Where(static manifest => manifest is not null)
            .Collect()
            .Select(static (all, _) => all.Select(manifest => manifest!).ToEquatableArray())
            .WithTrackingName(WeightsStep);
        context.RegisterSourceOutput(networks.Where(static network => !network.Type.HasLoad).Combine(weights).Combine(collisions), static (output, pair) =>
        {
            (NetworkSpec network, EquatableArray<WeightManifest> all) = pair.Left;
            if (all.FirstOrDefault(manifest => WeightManifests.IsFor(manifest, network.Type)) is { } manifest)
                AddSource(output, $"{HintNames.Of(network, pair.Right)}.{LoadFile.Name}", LoadFile.Write(network.Type, manifest));
        });
        RegisterProblems(context, declared, weights);

        IncrementalValuesProvider<(PlannedNetwork Network, EquatableArray<SharedKernel> Shared)> WithShared(IncrementalValuesProvider<PlannedNetwork> some) =>
            some.Combine(kernels).Select(static (pair, _) => (pair.Left, SharedKernels.Of(pair.Left.Plan, pair.Right)));
    }

    /// <summary>
    /// The command line asks no analyzer once the compiler has found an error in a declaration, such as an attribute that it does
    /// not find. Only then are the problems of all networks reported from here: what a generator says comes before. Where analyzers
    /// are turned off altogether, only the errors are: without them a network would be empty, and nobody told.
    /// </summary>
    private static void RegisterProblems(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<Declared> declared, IncrementalValueProvider<EquatableArray<WeightManifest>> weights)
    {
        IncrementalValueProvider<bool> silenced = declared.Select(static (declared, _) => declared.SilencesAnalyzers).Collect().Select(static (all, _) => all.Contains(true));
        IncrementalValueProvider<bool> absent = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => IsTrue(options, NoAnalyzersProperty));
        IncrementalValueProvider<EquatableArray<ReportedProblem>> problems = context.CompilationProvider.Combine(weights).Combine(silenced.Combine(absent)).Select(static (pair, cancellation) =>
            pair.Right.Right ? ReportedProblem.ErrorsIn(pair.Left.Left, pair.Left.Right, cancellation)
            : pair.Right.Left ? ReportedProblem.AllIn(pair.Left.Left, pair.Left.Right, cancellation)
            : EquatableArray<ReportedProblem>.Empty);
        context.RegisterSourceOutput(problems, static (output, all) =>
        {
            foreach (ReportedProblem problem in all)
                output.ReportDiagnostic(problem.ToDiagnostic());
        });
    }

    private static Declared? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        // Two declarations of a class may both be marked, which is an error; it is one network all the same.
        var type = (INamedTypeSymbol)context.TargetSymbol;
        if (NetworkParser.DeclarationOf(type, cancellation) is not { } declaration || declaration != context.TargetNode)
            return null;

        ParsedNetwork parsed = FutureCode.Parse(type, declaration, context.SemanticModel.Compilation, cancellation);
        return new Declared(
            parsed.CanExtend ? parsed.Spec : null,
            parsed.Unknown.Select(Placeholder.For).OfType<Placeholder>().ToEquatableArray(),
            parsed.HasUnexplained || parsed.Unknown.Any(attribute => Placeholder.For(attribute) is null)
                || !parsed.IsReadable && !FutureCode.IsReadableWhenGenerated(declaration, context.SemanticModel.Compilation, cancellation));
    }

    private static void EmitPlaceholders(SourceProductionContext output, ImmutableArray<Placeholder> placeholders)
    {
        if (!placeholders.IsEmpty)
            output.AddSource(PlaceholderFile.HintName + ".g.cs", SourceText.From(PlaceholderFile.Write(placeholders), Encoding.UTF8));
    }

    private static void EmitSurface(SourceProductionContext output, string hint, NetworkPlan plan, TypeSpec? shared, string targetNames)
    {
        string text = plan.IsTooLarge
            ? StubFile.Write(plan.Network, "needs more than 2,147,482,623 floats of scratch memory, which no array can hold. Make its images or layers smaller.")
            : SurfaceFile.Write(plan, [.. TargetsOf(plan, targetNames).Where(target => target.HasPrograms)], shared);
        AddSource(output, hint, text);
    }

    /// <summary>Emits the programs of one network, or of several that are equal, and the kernels that they call.</summary>
    private static void EmitPrograms(SourceProductionContext output, string hint, NetworkPlan plan, EquatableArray<SharedKernel> shared, string targetNames)
    {
        if (plan.IsTooLarge)
            return;
        AddSource(output, $"{hint}.{ProgramFile.ClassName}", ProgramFile.Write(plan));
        foreach (Target target in TargetsOf(plan, targetNames))
        {
            output.CancellationToken.ThrowIfCancellationRequested();
            AddSource(output, $"{hint}.{target.ClassName}", KernelFile.Write(plan, target, shared));
        }
    }

    /// <summary>Emits the kernels of several networks.</summary>
    private static void EmitShared(SourceProductionContext output, EquatableArray<SharedKernel> kernels, string targetNames)
    {
        foreach (Target target in Target.Choose(targetNames))
        {
            output.CancellationToken.ThrowIfCancellationRequested();
            if (SharedKernels.Write(kernels, target) is { } text)
                AddSource(output, $"{SharedNetworks.Namespace}.{target.ClassName}", text);
        }
    }

    /// <summary>Emits what a network computes, to be read.</summary>
    private static void EmitPlan(SourceProductionContext output, NetworkSpec network, EquatableArray<string> collisions)
    {
        if (!network.IsValid)
            return;
        NetworkPlan plan = Planning.Compilation.Of(network);
        if (!plan.IsTooLarge)
            AddSource(output, HintNames.Of(network, collisions) + ".Plan", PlanFile.Write(plan));
    }

    private static bool IsTrue(AnalyzerConfigOptionsProvider options, string property) =>
        options.GlobalOptions.TryGetValue(property, out string? value) && value.Equals("true", StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<Target> TargetsOf(NetworkPlan plan, string names) => [.. Target.Choose(names).Where(plan.GainsFrom)];

    private static void AddSource(SourceProductionContext output, string name, string text) =>
        output.AddSource(name + ".g.cs", SourceText.From(text, Encoding.UTF8));
}
