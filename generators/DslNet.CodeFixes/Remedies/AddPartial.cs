using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DslNet.CodeFixes.Remedies;

/// <summary>Makes a network partial, or a type around it.</summary>
internal sealed class AddPartial : Remedy
{
    public override string TitleFor(SourceFile file, Diagnostic diagnostic) =>
        $"Make {file.TypeAt(diagnostic).Identifier.ValueText} partial";

    /// <summary>'partial' stands directly before the keyword, behind all other modifiers.</summary>
    protected override IEnumerable<TextChange> ChangesFor(SourceFile file, Diagnostic diagnostic) =>
        [Insert(file.TypeAt(diagnostic).Keyword.SpanStart, "partial ")];
}
