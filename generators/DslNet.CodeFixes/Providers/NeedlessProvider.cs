using System.Composition;
using DslNet.CodeFixes.Remedies;
using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DslNet.CodeFixes.Providers;

/// <summary>For layers that have no effect.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NeedlessProvider)), Shared]
public sealed class NeedlessProvider() : RemedyProvider([RuleIds.FlattenWithoutEffect], new RemoveAttribute(mendsAll: true));
