using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Diagnostics;

/// <summary>All rules, by id.</summary>
internal static class Rules
{
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        .. new[] { typeof(DeclarationRules), typeof(ArgumentsRules), typeof(ShapesRules), typeof(SuspicionRules), typeof(SequencesRules), typeof(UsageRules), typeof(PopulationsRules), typeof(WeightRules), typeof(CostRules) }
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => (DiagnosticDescriptor)field.GetValue(null)!)
            .OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> s_byId = All.ToImmutableDictionary(rule => rule.Id);

    public static DiagnosticDescriptor Get(string id) => s_byId[id];

    /// <summary>Whether a network with this problem cannot be built.</summary>
    public static bool IsError(string id) => Get(id).DefaultSeverity == DiagnosticSeverity.Error;
}
