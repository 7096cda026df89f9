using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DslNet.Generators.Tests.Harness;

/// <summary>The build properties that choose the instruction sets to emit, and say whether analyzers are turned off and whether plans are written.</summary>
internal sealed class TargetOptions(string targets, string noAnalyzers = "", string? plan = null) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(targets, noAnalyzers, plan);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

    private sealed class Options(string targets, string noAnalyzers, string? plan) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key switch
            {
                "build_property.DslNetTargets" => targets,
                "build_property.DslNetNoAnalyzers" => noAnalyzers,
                "build_property.DslNetPlan" => plan,
                _ => null,
            };
            return value is not null;
        }
    }
}
