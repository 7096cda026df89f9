using System.Composition;
using DslNet.CodeFixes.Remedies;
using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DslNet.CodeFixes.Providers;

/// <summary>For constructors that leave all weights at zero.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InitializeProvider)), Shared]
public sealed class InitializeProvider() : RemedyProvider([RuleIds.WeightsNotDrawn], new CallInitialize());
