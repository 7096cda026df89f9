using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DslNet.CodeFixes.Remedies;

/// <summary>Removes the attribute that a diagnostic underlines, and its brackets and line where nothing else is in them.</summary>
/// <param name="mendsAll">Whether what is removed changes nothing, so that nobody need look at it.</param>
internal sealed class RemoveAttribute(bool mendsAll) : Remedy
{
    public override bool MendsAll => mendsAll;

    public override string TitleFor(SourceFile file, Diagnostic diagnostic) => $"Remove {AttributeText.NameOf(file.AttributeAt(diagnostic))}";

    /// <summary>Others may read the layer, or be read through it, and the numbers of those of its kind behind it move.</summary>
    public override bool IsCertain(SourceFile file, Diagnostic diagnostic)
    {
        AttributeSyntax attribute = file.AttributeAt(diagnostic);
        return Property(diagnostic, "Kind") is not { Length: > 0 } kind
            || AttributeText.Named(attribute, "From") is null
            && !LayerReferences.AnyTo(file, attribute, Property(diagnostic, "Layer"))
            && !LayerReferences.AnyToKind(file, attribute, kind);
    }

    public override IEnumerable<TextChange> ChangesFor(SourceFile file, IReadOnlyList<Diagnostic> diagnostics) =>
        from diagnostic in diagnostics
        let attribute = file.AttributeAt(diagnostic)
        group attribute by (AttributeListSyntax)attribute.Parent! into removed
        from span in Spans(file.Text, removed.Key, [.. removed])
        select new TextChange(span, "");

    protected override IEnumerable<TextChange> ChangesFor(SourceFile file, Diagnostic diagnostic) => ChangesFor(file, [diagnostic]);

    private static IEnumerable<TextSpan> Spans(SourceText text, AttributeListSyntax list, HashSet<AttributeSyntax> removed)
    {
        if (list.Attributes.All(removed.Contains))
        {
            yield return WithLine(text, list.Span);
            yield break;
        }

        // Each run of neighbours goes with the comma before it; at the beginning, with the one behind it.
        AttributeSyntax? kept = null;
        int runStart = -1;
        foreach (AttributeSyntax attribute in list.Attributes)
        {
            if (removed.Contains(attribute))
            {
                if (runStart < 0)
                    runStart = kept?.Span.End ?? attribute.SpanStart;
                continue;
            }

            if (runStart >= 0)
                yield return TextSpan.FromBounds(runStart, kept is null ? attribute.SpanStart : attribute.GetFirstToken().GetPreviousToken().SpanStart);
            (kept, runStart) = (attribute, -1);
        }

        if (runStart >= 0)
            yield return TextSpan.FromBounds(runStart, list.Attributes.Last().Span.End);
    }

    /// <summary>The whole line, if there is nothing else on it.</summary>
    private static TextSpan WithLine(SourceText text, TextSpan span)
    {
        TextLine first = text.Lines.GetLineFromPosition(span.Start), last = text.Lines.GetLineFromPosition(span.End);
        bool alone = string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(first.Start, span.Start)))
            && string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(span.End, last.End)));
        if (alone)
            return TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak);

        int end = span.End;
        while (end < last.End && text[end] == ' ')
            end++;
        return TextSpan.FromBounds(span.Start, end);
    }
}
