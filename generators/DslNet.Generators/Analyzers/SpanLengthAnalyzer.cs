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
/// Reports spans that do not fit the network they are given to, where their length is known: what would be an exception
/// at run time. It is a warning, since the code may never run.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SpanLengthAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [UsageRules.PartOfSample, UsageRules.SamplesDiffer];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name is not ("Predict" or "ComputeLoss" or "ComputeGradients" or "Step" or "Process" or "PredictClass" or "PredictClasses" or "PredictProbabilities"))
            return;

        if (NetworkTypes.ReceiverOf(call) is not { } type || GeneratedCode.IsStub(type, context.CancellationToken) || ValuesOfSample(type) is not { } sample)
            return;

        var spans = new List<(IArgumentOperation Argument, int Length, int OfSample)>();
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter }
                && OfSample(parameter.Name, sample) is { } ofSample
                && KnownLength.Of(argument.Value) is { } length
                && !(length == 0 && parameter.IsOptional))
                spans.Add((argument, length, ofSample));
        }

        // An output is one of each sample, but where all frames of a sequence have one.
        DeclaredRoles declared = DeclaredRoles.Of(type);
        string unit = declared.AreSequences ? "frame" : "sample";
        var problems = new ProblemList();
        spans.RemoveAll(span => ReportPart(
            call.TargetMethod.Name, type.Name, span.Argument, span.Length, span.OfSample, declared.AreReduced && IsOfOutput(span.Argument.Parameter!.Name) ? "sequence" : unit, declared.AreReduced, problems));
        if (!declared.AreReduced)
            ReportDifferences(call.TargetMethod, spans, unit, problems);
        problems.ReportTo(context.ReportDiagnostic);
    }

    private static bool ReportPart(
        string method, string network, IArgumentOperation argument, int length, int ofSample, string unit, bool areReduced, ProblemList problems)
    {
        string name = argument.Parameter!.Name;
        bool single = name is "frame" or "output" || name == "sample" && !areReduced;
        if (single ? length == ofSample : length % ofSample == 0)
            return false;
        problems.Add(
            RuleIds.PartOfSample, argument.Value.Syntax.GetLocation(),
            [
                method, length, name == "sample" ? "inputs" : name is "frame" or "output" or "block" ? $"values of {name}" : name, network, ofSample, unit,
                single ? $"one {unit} only" : $"whole {unit}s only", (single ? "" : "a multiple of ") + NumberText.Grouped(ofSample),
            ]);
        return true;
    }

    private static void ReportDifferences(
        IMethodSymbol method, List<(IArgumentOperation Argument, int Length, int OfSample)> spans, string unit, ProblemList problems)
    {
        int inputs = spans.FindIndex(span => span.Argument.Parameter!.Name is "inputs" or "block");
        if (inputs < 0)
            return;

        int samples = spans[inputs].Length / spans[inputs].OfSample;
        foreach ((IArgumentOperation argument, int length, int ofSample) in spans)
        {
            if (length != (long)samples * ofSample)
            {
                problems.Add(
                    RuleIds.SamplesDiffer, argument.Value.Syntax.GetLocation(),
                    [method.Name, unit, samples, length, argument.Parameter!.Name, (long)samples * ofSample]);
            }
        }
    }

    /// <summary>What the network's constants say; null if it was not generated.</summary>
    private static (int Inputs, int Outputs)? ValuesOfSample(INamedTypeSymbol type) =>
        Constant(type, "InputLength") is { } inputs && Constant(type, "OutputLength") is { } outputs && inputs >= 1 && outputs >= 1 ? (inputs, outputs) : null;

    private static int? Constant(INamedTypeSymbol type, string name) =>
        type.GetMembers(name).OfType<IFieldSymbol>().FirstOrDefault()?.ConstantValue as int?;

    private static bool IsOfOutput(string parameter) => parameter is "outputs" or "targets" or "probabilities" or "labels" or "classes";

    private static int? OfSample(string parameter, (int Inputs, int Outputs) sample) => parameter switch
    {
        "inputs" or "inputGradients" or "sample" or "frame" or "block" => sample.Inputs,
        "outputs" or "output" or "targets" or "probabilities" => sample.Outputs,
        "labels" or "classes" => 1,
        _ => null,
    };
}
