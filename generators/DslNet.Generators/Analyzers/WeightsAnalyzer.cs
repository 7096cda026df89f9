using System.Collections.Immutable;
using DslNet.Generators.Diagnostics;
using DslNet.Generators.Graph;
using DslNet.Generators.Model;
using DslNet.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DslNet.Generators.Analyzers;

/// <summary>
/// Reports weights that are given to a network or a layer with others. Between two networks the order of the parameters counts
/// too: floats that lie elsewhere would be copied without a word.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WeightsAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [UseRules.WeightsDiffer];

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
        object[]? difference = (type.Name, call.TargetMethod.Name) switch
        {
            ("Span" or "ReadOnlySpan", "CopyTo" or "TryCopyTo") => CompareNetworks(receiver, first.Value),
            ("Optimizer", "Step") when NetworkTypes.IsOurs(type) && call.Arguments.Length == 2 =>
                CompareNetworks(call.Arguments.First(argument => argument.Parameter!.Ordinal == 1).Value, call.Arguments.First(argument => argument.Parameter!.Ordinal == 0).Value),
            ("ParameterTensor", "CopyFrom") when NetworkTypes.IsOurs(type) => CompareTensor(receiver, first.Value, copiesOut: false),
            ("ParameterTensor", "CopyTo") when NetworkTypes.IsOurs(type) => CompareTensor(receiver, first.Value, copiesOut: true),
            _ => null,
        };
        if (difference is null)
            return;

        var problems = new ProblemList();
        problems.Add(RuleIds.WeightsDiffer, call.Arguments[call.Arguments.Length - 1].Value.Syntax.GetLocation(), difference);
        foreach (Diagnostic problem in problems.ToImmutable())
            context.ReportDiagnostic(problem);

        object[]? CompareNetworks(IOperation source, IOperation target)
        {
            if (WeightPlaces.OwnerOf(source) is not { } from || WeightPlaces.OwnerOf(target) is not { } to
                || SymbolEqualityComparer.Default.Equals(from, to)
                || places.TableOf(from, context.CancellationToken) is not { } given
                || places.TableOf(to, context.CancellationToken) is not { } taken)
                return null;

            int place = FirstDifference(given.Parameters, taken.Parameters);
            return place < 0 ? null : [to.Name, Describe(taken, place), from.Name, Describe(given, place)];
        }

        object[]? CompareTensor(IOperation view, IOperation span, bool copiesOut)
        {
            if (places.TensorOf(view, context.CancellationToken) is not { } viewed)
                return null;

            (string Name, Parameter Parameter)? other = places.TensorCopiedTo(span, context.CancellationToken);
            if ((other?.Parameter.Spec.Count ?? KnownLength.Of(span)) is not { } length || length == viewed.Parameter.Spec.Count)
                return null;

            string name = other?.Name ?? (copiesOut ? "the destination" : "what is copied");
            string size = other is { } known ? Describe(known.Parameter) : NumberText.Grouped(length) + " numbers";
            return [viewed.Name, Describe(viewed.Parameter), name, size];
        }
    }

    /// <summary>The first parameter that does not lie as its counterpart does; -1 if there is none. Their names do not count.</summary>
    private static int FirstDifference(IReadOnlyList<Parameter> one, IReadOnlyList<Parameter> other)
    {
        for (int i = 0; i < Math.Max(one.Count, other.Count); i++)
        {
            if (i >= one.Count || i >= other.Count || !Place(one[i]).Equals(Place(other[i])))
                return i;
        }

        return -1;

        static (EquatableArray<int>, int, int, int) Place(Parameter parameter) =>
            (parameter.Spec.Shape, parameter.Spec.Channels, parameter.Spec.Positions, parameter.Offset);
    }

    private static string Describe(ParameterTable table, int index) =>
        index < table.Parameters.Count ? $"{table.Parameters[index].Name} of {Describe(table.Parameters[index])}" : "no further parameter";

    private static string Describe(Parameter parameter)
    {
        string shape = string.Join("×", parameter.Spec.Shape.Select(axis => NumberText.Of(axis)));
        return parameter.Spec.Shape.Count == 1 ? NumberText.Grouped(parameter.Spec.Count) + " numbers" : $"{shape} ({NumberText.Grouped(parameter.Spec.Count)}) numbers";
    }
}
