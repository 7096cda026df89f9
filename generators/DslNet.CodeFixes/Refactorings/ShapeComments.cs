using DslNet.Generators.Model;
using DslNet.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DslNet.CodeFixes.Refactorings;

/// <summary>Finds the lines of a declaration on which layers end, and what the comments on them must say.</summary>
internal static class ShapeComments
{
    /// <summary>What makes each of these lines end with the shape that the last layer on it produces, so far as it is known.</summary>
    public static IEnumerable<TextChange> ChangesFor(SourceText text, TypeDeclarationSyntax declaration, ParsedNetwork network) =>
        from layer in Enumerable.Range(0, network.Source.Layers.Length)
        group layer by text.Lines.IndexOf(network.Source.Layers[layer].Span.End) into line
        let last = line.Last()
        let end = LineEnd.Behind(text, declaration, network.Source.Layers[last])
        where end is not null
        let change = end.Write(network.Certainties[last] == ShapeCertainty.Known ? network.Spec.Nodes[last].Output : null)
        where change is not null
        select change.Value;
}
