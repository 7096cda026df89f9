using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DslNet.Generators.Tests.Harness;

/// <summary>The build properties that choose the instruction sets to emit, and say whether analyzers are turned off.</summary>
internal sealed class TargetOptions(string targets, string noAnalyzers = "") : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(targets, noAnalyzers);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

    private sealed class Options(string targets, string noAnalyzers) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key switch
            {
                "build_property.DslNetTargets" => targets,
                "build_property.DslNetNoAnalyzers" => noAnalyzers,
                _ => null,
            };
            return value is not null;
        }
    }
}
