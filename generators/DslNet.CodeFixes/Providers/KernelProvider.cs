using System.Composition;
using DslNet.CodeFixes.Remedies;
using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DslNet.CodeFixes.Providers;

/// <summary>For kernels larger than their input.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KernelProvider)), Shared]
public sealed class KernelProvider() : RemedyProvider([RuleIds.KernelTooLarge], new ShrinkKernel());
