using System.Composition;
using DslNet.CodeFixes.Remedies;
using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DslNet.CodeFixes.Providers;

/// <summary>For dense layers that assert another number of inputs.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InputsProvider)), Shared]
public sealed class InputsProvider() : RemedyProvider([RuleIds.InputsDiffer], new SetInputs());
