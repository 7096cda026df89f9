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
        IncrementalValuesProvider<Declared?> declared = context.SyntaxProvider
            .ForAttributeWithMetadataName("DslNet.NetworkAttribute", static (node, _) => node is ClassDeclarationSyntax, Parse);

        IncrementalValuesProvider<NetworkSpec> networks = declared
            .SelectMany(static (declared, _) => declared?.Network is { } network ? ImmutableArray.Create(network) : [])
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

        // Few outputs, each with all that it needs: the compiler walks through every step after each edit, for every network.
        IncrementalValueProvider<Settings> settings = targets.Combine(collisions).Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (all, _) => new Settings(all.Left.Left, all.Left.Right, IsTrue(all.Right, PlanFile.Property)));
        context.RegisterSourceOutput(WithShared(alone).Combine(settings), static (output, pair) => EmitWhole(output, pair.Left.Network, pair.Left.Shared, pair.Right));
        context.RegisterSourceOutput(
            sharing.Where(static pair => pair.Shared is not null || !pair.Network.IsValid).Combine(settings), static (output, pair) => EmitSurface(output, pair.Left.Network, pair.Left.Shared, pair.Right));
        context.RegisterSourceOutput(WithShared(common).Combine(targets), static (output, pair) =>
            EmitPrograms(output, pair.Left.Network.Network.Type.HintName, pair.Left.Network.Plan, pair.Left.Shared, pair.Right));
        context.RegisterSourceOutput(kernels.Combine(targets), static (output, pair) => EmitShared(output, pair.Left, pair.Right));
        context.RegisterSourceOutput(networks.Where(static network => network.IsPopulation).Combine(settings), static (output, pair) =>
            EmitMembers(output, HintNames.Of(pair.Left, pair.Right.Collisions), pair.Left, pair.Right.Targets));
        context.RegisterSourceOutput(
            declared.SelectMany(static (declared, _) => declared is null ? EquatableArray<Placeholder>.Empty : declared.Placeholders).Collect(), EmitPlaceholders);

        IncrementalValueProvider<EquatableArray<WeightManifest>> weights = context.AdditionalTextsProvider
            .Where(WeightManifests.IsOne)
            .Select(WeightManifests.Read)
            .Where(static manifest => manifest is not null)
            .Collect()
            .Select(static (all, _) => all.Select(manifest => manifest!).ToEquatableArray())
            .WithTrackingName(WeightsStep);
        // Most networks have no file: where a project names none, there is nothing for the compiler to walk through.
        IncrementalValuesProvider<(NetworkSpec Network, WeightManifest Manifest)> loaded = weights.Combine(networks.Collect()).SelectMany(static (pair, _) => Loaded(pair.Left, pair.Right));
        context.RegisterSourceOutput(loaded.Combine(collisions), static (output, pair) =>
            AddSource(output, $"{HintNames.Of(pair.Left.Network, pair.Right)}.{LoadFile.Name}", LoadFile.Write(pair.Left.Network.Type, pair.Left.Manifest)));
        RegisterProblems(context, declared, weights);

        IncrementalValuesProvider<(PlannedNetwork Network, EquatableArray<SharedKernel> Shared)> WithShared(IncrementalValuesProvider<PlannedNetwork> some) =>
            some.Combine(kernels).Select(static (pair, _) => (pair.Left, SharedKernels.Of(pair.Left.Plan, pair.Right)));
    }

    /// <summary>The networks that have a file, each with the first that is for it.</summary>
    private static IEnumerable<(NetworkSpec Network, WeightManifest Manifest)> Loaded(EquatableArray<WeightManifest> manifests, ImmutableArray<NetworkSpec> networks)
    {
        if (manifests.Count == 0)
            yield break;
        foreach (NetworkSpec network in networks)
        {
            if (!network.Type.HasLoad && manifests.FirstOrDefault(manifest => WeightManifests.IsFor(manifest, network.Type)) is { } manifest)
                yield return (network, manifest);
        }
    }

    /// <summary>
    /// The command line asks no analyzer once the compiler has found an error in a declaration, such as an attribute that it does
    /// not find. Only then are the problems of all networks reported from here: what a generator says comes before. Where analyzers
    /// are turned off altogether, only the errors are: without them a network would be empty, and nobody told.
    /// </summary>
    private static void RegisterProblems(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<Declared?> declared, IncrementalValueProvider<EquatableArray<WeightManifest>> weights)
    {
        IncrementalValueProvider<bool> silenced = declared.Collect().Select(static (all, _) => all.Any(declared => declared is { SilencesAnalyzers: true }));
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

        if (RememberedNetwork.Find(type, declaration) is { } known)
            return known;
        ParsedNetwork parsed = FutureCode.Parse(type, declaration, context.SemanticModel.Compilation, cancellation);
        Declared declared = new(
            parsed.CanExtend ? parsed.Spec : null,
            parsed.Unknown.Select(Placeholder.For).OfType<Placeholder>().ToEquatableArray(),
            parsed.HasUnexplained || parsed.Unknown.Any(attribute => Placeholder.For(attribute) is null)
                || !parsed.IsReadable && !FutureCode.IsReadableWhenGenerated(declaration, context.SemanticModel.Compilation, cancellation));
        RememberedNetwork.Keep(type, declaration, parsed, declared);
        return declared;
    }

    private static void EmitPlaceholders(SourceProductionContext output, ImmutableArray<Placeholder> placeholders)
    {
        if (!placeholders.IsEmpty)
            output.AddSource(PlaceholderFile.HintName + ".g.cs", SourceText.From(PlaceholderFile.Write(placeholders), Encoding.UTF8));
    }

    /// <summary>Emits everything of a network that is like no other.</summary>
    private static void EmitWhole(SourceProductionContext output, PlannedNetwork network, EquatableArray<SharedKernel> shared, Settings settings)
    {
        string hint = HintNames.Of(network.Network, settings.Collisions);
        EmitSurface(output, hint, network.Plan, null, settings);
        EmitPrograms(output, hint, network.Plan, shared, settings.Targets);
    }

    /// <summary>Emits what users see of a network that is equal to another, or that has errors.</summary>
    private static void EmitSurface(SourceProductionContext output, NetworkSpec network, TypeSpec? shared, Settings settings)
    {
        string hint = HintNames.Of(network, settings.Collisions);
        if (network.IsValid)
            EmitSurface(output, hint, Planning.Compilation.Of(network), shared, settings);
        else
            AddSource(output, hint, StubFile.Write(network, "has errors in its declaration; the build says which."));
    }

    /// <summary>Emits what users see and, to be read, what the network computes.</summary>
    private static void EmitSurface(SourceProductionContext output, string hint, NetworkPlan plan, TypeSpec? shared, Settings settings)
    {
        string text = plan.IsTooLarge
            ? StubFile.Write(plan.Network, "needs more than 2,147,482,623 floats of scratch memory, which no array can hold. Make its images or layers smaller.")
            : SurfaceFile.Write(plan, [.. TargetsOf(plan, settings.Targets).Where(target => target.HasPrograms)], shared);
        AddSource(output, hint, text);
        if (settings.WritesPlans && !plan.IsTooLarge)
            AddSource(output, hint + ".Plan", PlanFile.Write(plan));
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
            output.AddSource($"{hint}.{target.ClassName}.g.cs", new PieceText(KernelFile.Write(plan, target, shared)));
        }
    }

    /// <summary>Emits what predicts for many networks of a class at once.</summary>
    private static void EmitMembers(SourceProductionContext output, string hint, NetworkSpec network, string targetNames)
    {
        hint += ".Members";
        if (!network.IsValid)
        {
            AddSource(output, hint, MemberFiles.WriteStub(network, "has errors in its declaration; the build says which."));
            return;
        }

        MemberPlan plan = Planning.Compilation.Of(network).Members!;
        Target[] targets = [.. Target.Choose(targetNames).Where(plan.GainsFrom)];
        AddSource(output, hint, MemberFiles.WriteProgram(network, plan, [.. targets.Where(target => target.HasPrograms)]));
        foreach (Target target in targets.Where(target => plan.KernelsOf(target).Any()))
        {
            output.CancellationToken.ThrowIfCancellationRequested();
            AddSource(output, $"{hint}.{target.ClassName}", MemberFiles.WriteKernels(network, plan, target));
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

    private static bool IsTrue(AnalyzerConfigOptionsProvider options, string property) =>
        options.GlobalOptions.TryGetValue(property, out string? value) && value.Equals("true", StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<Target> TargetsOf(NetworkPlan plan, string names) => [.. Target.Choose(names).Where(plan.GainsFrom)];

    private static void AddSource(SourceProductionContext output, string name, string text) =>
        output.AddSource(name + ".g.cs", SourceText.From(text, Encoding.UTF8));

    /// <summary>What all networks are generated by.</summary>
    /// <param name="Targets">The names of the targets.</param>
    /// <param name="Collisions">File names that differ only in case.</param>
    /// <param name="WritesPlans">Whether plans are written, to be read.</param>
    private readonly record struct Settings(string Targets, EquatableArray<string> Collisions, bool WritesPlans);
}
