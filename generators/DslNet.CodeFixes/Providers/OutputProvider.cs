using System.Composition;
using DslNet.CodeFixes.Remedies;
using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DslNet.CodeFixes.Providers;

/// <summary>For an asserted output that is not what comes out.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OutputProvider)), Shared]
public sealed class OutputProvider() : RemedyProvider([RuleIds.OutputDiffers], new SetOutput(), new RemoveAttribute(mendsAll: false));
