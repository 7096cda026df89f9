using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslNet.Generators.Parsing;

/// <summary>Where the parts of a network are written, for analyzers and fixes.</summary>
/// <param name="ClassName">The class's name in the declaration.</param>
/// <param name="Input">The input, if there is one.</param>
/// <param name="Layers">The layers, in the order of the nodes.</param>
/// <param name="Output">The asserted output, if there is one.</param>
/// <param name="Loss">The loss, if there is one.</param>
internal sealed record NetworkSourceMap(
    Location ClassName, AttributeSyntax? Input, ImmutableArray<AttributeSyntax> Layers, AttributeSyntax? Output, AttributeSyntax? Loss);
