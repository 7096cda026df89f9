using System.Composition;
using DslNet.CodeFixes.Remedies;
using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DslNet.CodeFixes.Providers;

/// <summary>For classes that must be partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PartialProvider)), Shared]
public sealed class PartialProvider() : RemedyProvider([RuleIds.NetworkNotPartial, RuleIds.ContainerNotPartial], new AddPartial());
