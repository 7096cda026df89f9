using System.Composition;
using DslNet.CodeFixes.Remedies;
using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DslNet.CodeFixes.Providers;

/// <summary>For attributes that do not exist, and for arguments that another library's would have.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AttributeProvider)), Shared]
public sealed class AttributeProvider() : RemedyProvider([RuleIds.UnknownAttribute, RuleIds.ArgumentNotTaken], new ReplaceAttribute());
