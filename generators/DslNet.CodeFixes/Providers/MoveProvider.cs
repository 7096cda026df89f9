using System.Composition;
using DslNet.CodeFixes.Remedies;
using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DslNet.CodeFixes.Providers;

/// <summary>For a layer that belongs before another.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveProvider)), Shared]
public sealed class MoveProvider() : RemedyProvider([RuleIds.NormalizedBehindFlatten], new MoveBefore("Flatten"));
