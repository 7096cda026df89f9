using System.Collections.Immutable;
using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslNet.Generators.Parsing;

/// <summary>What the parser found. Only <see cref="Spec"/> and <see cref="CanExtend"/> may outlive the compilation.</summary>
/// <param name="Spec">The network.</param>
/// <param name="CanExtend">Whether another part of the class can be written; if not, nothing must be generated.</param>
/// <param name="Certainties">How much is known of the shape that each node produces; for the refactoring.</param>
/// <param name="Problems">What is wrong, in the order of the source; for the analyzer.</param>
/// <param name="Source">Where its parts are written; for the analyzer.</param>
/// <param name="Budget">What it may cost, if that is declared; for the analyzer.</param>
/// <param name="IsReadable">Whether all attributes could be read.</param>
/// <param name="HasReadableBodies">Whether all methods that they name could be.</param>
/// <param name="Unknown">Attributes that do not exist, where it is known what was meant.</param>
/// <param name="HasUnexplained">Whether an attribute does not exist of which nothing is known but that.</param>
internal sealed record ParsedNetwork(
    NetworkSpec Spec, bool CanExtend, ImmutableArray<ShapeCertainty> Certainties, ImmutableArray<Diagnostic> Problems, NetworkSourceMap Source,
    BudgetDraft? Budget, bool IsReadable, bool HasReadableBodies, ImmutableArray<AttributeSyntax> Unknown, bool HasUnexplained);
