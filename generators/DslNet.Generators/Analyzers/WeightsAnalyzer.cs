using System.Collections.Immutable;
using DslNet.Generators.Diagnostics;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Parsing;
using DslNet.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DslNet.Generators.Analyzers;

/// <summary>
/// Reports weights that are given to a network or a layer with others. Between two networks the order of the parameters counts
/// too: floats that are stored elsewhere would be copied without a word.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WeightsAnalyzer : DiagnosticAnalyzer
{
    private const string CopyRemedy = "Use networks of the same layers, or copy from layer to layer of the same shape";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [UsageRules.WeightsDiffer];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var places = new WeightPlaces();
            start.RegisterOperationAction(operation => Analyze(operation, places), OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, WeightPlaces places)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call is not { Instance: { } receiver, Arguments: [{ } first, ..] })
            return;

        INamedTypeSymbol type = call.TargetMethod.ContainingType;
        IOperation source = first.Value;
        object[]? difference = null;
        switch (type.Name, call.TargetMethod.Name)
        {
            case ("Span" or "ReadOnlySpan", "CopyTo" or "TryCopyTo"):
                difference = CompareNetworks(receiver, first.Value, isCopy: true);
                break;
            case ("Optimizer", "Step") when type.IsOurs() && call.Arguments.Length == 2:
                source = ArgumentAt(1);
                difference = CompareNetworks(source, ArgumentAt(0), isCopy: false);
                break;
            case ("ParameterTensor", "CopyFrom" or "CopyTo") when type.IsOurs():
                difference = CompareTensor(receiver, first.Value, copiesOut: call.TargetMethod.Name == "CopyTo");
                break;
        }

        if (difference is null)
            return;

        var problems = new ProblemList();
        problems.Add(RuleIds.WeightsDiffer, source.Syntax.GetLocation(), difference);
        problems.ReportTo(context.ReportDiagnostic);

        // Named arguments may be written in any order.
        IOperation ArgumentAt(int ordinal) => call.Arguments.First(argument => argument.Parameter!.Ordinal == ordinal).Value;

        object[]? CompareNetworks(IOperation source, IOperation target, bool isCopy)
        {
            if (WeightPlaces.MemoryOf(source) is not { } give || NetworkTypes.Of(give.Instance) is not { } from
                || WeightPlaces.MemoryOf(target) is not { } take || NetworkTypes.Of(take.Instance) is not { } to
                || SymbolEqualityComparer.Default.Equals(from, to)
                || places.TableOf(from, context.CancellationToken) is not { } given
                || places.TableOf(to, context.CancellationToken) is not { } taken)
                return null;

            // A copy may fill the beginning only, as a warm start does; each parameter that is trained needs its gradient.
            int compared = isCopy ? given.Parameters.Count : Math.Max(given.Parameters.Count, taken.Parameters.Count);
            int place = FirstDifference(given.Parameters, taken.Parameters, compared);
            return place < 0 ? null : [to.Name, Describe(taken, place), from.Name, Describe(given, place), isCopy ? CopyRemedy : StepRemedy(take)];
        }

        object[]? CompareTensor(IOperation view, IOperation span, bool copiesOut)
        {
            if (places.TensorOf(view, context.CancellationToken) is not { } viewed)
                return null;

            (string Name, Parameter Parameter)? other = places.TensorCopiedTo(span, context.CancellationToken);
            if ((other?.Parameter.Spec.Count ?? KnownLength.Of(span)) is not { } length || length == viewed.Parameter.Spec.Count)
                return null;

            string name = other?.Name ?? (copiesOut ? "the destination" : "what is copied");
            string size = other is { } known ? Describe(known.Parameter) : NumberText.Counted(length, "value");
            return [viewed.Name, Describe(viewed.Parameter), name, size, CopyRemedy];
        }
    }

    private static string StepRemedy(IPropertyReferenceOperation parameters) =>
        $"Pass {(parameters.Instance is { IsImplicit: false } network ? network.Syntax + "." : "")}Gradients, the gradients of the network that is trained";

    /// <summary>Which of so many parameters is the first that is not stored as its counterpart is; -1 if there is none. Their names do not count.</summary>
    private static int FirstDifference(IReadOnlyList<Parameter> one, IReadOnlyList<Parameter> other, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (i >= one.Count || i >= other.Count || !Place(one[i]).Equals(Place(other[i])))
                return i;
        }

        return -1;

        static (EquatableArray<int>, int, int, int, int) Place(Parameter parameter) =>
            (parameter.Spec.Shape, parameter.Spec.Channels, parameter.Spec.Positions, parameter.Spec.Groups, parameter.Offset);
    }

    private static string Describe(ParameterTable table, int index) =>
        index < table.Parameters.Count ? $"{table.Parameters[index].Name} of {Describe(table.Parameters[index])}" : "no further parameter";

    private static string Describe(Parameter parameter)
    {
        string shape = string.Join("×", parameter.Spec.Shape.Select(axis => NumberText.Of(axis)));
        return parameter.Spec.Shape.Count == 1 ? NumberText.Counted(parameter.Spec.Count, "value") : $"{shape} ({NumberText.Grouped(parameter.Spec.Count)}) {NumberText.Noun(parameter.Spec.Count, "value")}";
    }
}
