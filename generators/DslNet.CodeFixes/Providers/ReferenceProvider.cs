using System.Composition;
using DslNet.CodeFixes.Remedies;
using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DslNet.CodeFixes.Providers;

/// <summary>For names of layers and outputs that do not exist.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReferenceProvider)), Shared]
public sealed class ReferenceProvider() : RemedyProvider([RuleIds.UnknownReference, RuleIds.UnknownOutput], new SetReference());
