using System.Composition;
using DslNet.CodeFixes.Remedies;
using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DslNet.CodeFixes.Providers;

/// <summary>For a training's reports that come too late.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CallbackProvider)), Shared]
public sealed class CallbackProvider() : RemedyProvider([RuleIds.ProgressLate], new SetCallback());
