using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DslNet.CodeFixes.Remedies;

/// <summary>Makes [Output] assert what comes out.</summary>
internal sealed class SetOutput : Remedy
{
    /// <summary>An assertion that fails is for the user to look at: mended without a look, it would never fail.</summary>
    public override bool MendsAll => false;

    public override string TitleFor(SourceFile file, Diagnostic diagnostic) =>
        $"Change to [Output({Property(diagnostic, "ActualArguments")})]";

    protected override IEnumerable<TextChange> ChangesFor(SourceFile file, Diagnostic diagnostic)
    {
        AttributeArgumentListSyntax list = file.AttributeAt(diagnostic).ArgumentList!;

        // The shape alone: the output may have a name besides.
        AttributeArgumentSyntax[] shape = [.. list.Arguments.TakeWhile(argument => argument.NameEquals is null)];
        yield return new TextChange(
            TextSpan.FromBounds(shape[0].SpanStart, shape[shape.Length - 1].Span.End), Property(diagnostic, "ActualArguments"));
    }
}
