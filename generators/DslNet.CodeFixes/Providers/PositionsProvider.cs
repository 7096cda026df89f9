using System.Composition;
using DslNet.CodeFixes.Remedies;
using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DslNet.CodeFixes.Providers;

/// <summary>For layers of images behind signals, and layers of signals behind images.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PositionsProvider)), Shared]
public sealed class PositionsProvider() : RemedyProvider([RuleIds.PositionsExpected], new WriteFitting());
