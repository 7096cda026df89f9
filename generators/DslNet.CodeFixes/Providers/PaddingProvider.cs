using System.Composition;
using DslNet.CodeFixes.Remedies;
using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DslNet.CodeFixes.Providers;

/// <summary>For poolings that leave out a border.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PaddingProvider)), Shared]
public sealed class PaddingProvider() : RemedyProvider([RuleIds.BorderDropped], new SetPadding());
