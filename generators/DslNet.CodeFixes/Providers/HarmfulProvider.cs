using System.Composition;
using DslNet.CodeFixes.Remedies;
using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DslNet.CodeFixes.Providers;

/// <summary>For layers without which the network computes something else: what was meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HarmfulProvider)), Shared]
public sealed class HarmfulProvider() : RemedyProvider([RuleIds.ActivationInLoss, RuleIds.DropoutLast], new RemoveAttribute(mendsAll: false));
