using System.Composition;
using DslNet.CodeFixes.Remedies;
using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DslNet.CodeFixes.Providers;

/// <summary>For layers without a network.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NetworkProvider)), Shared]
public sealed class NetworkProvider() : RemedyProvider([RuleIds.NetworkMissing], new AddNetwork());
