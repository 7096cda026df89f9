using System.Composition;
using DslNet.CodeFixes.Remedies;
using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DslNet.CodeFixes.Providers;

/// <summary>For dense layers behind an image.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FlattenProvider)), Shared]
public sealed class FlattenProvider() : RemedyProvider([RuleIds.FlattenMissing], new InsertFlatten());
