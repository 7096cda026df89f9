using DslNet.Generators.Parsing;
using DslNet.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DslNet.CodeFixes.Remedies;

/// <summary>Corrects a misspelt reference to a layer or an output.</summary>
internal sealed class SetReference : Remedy
{
    public override string TitleFor(SourceFile file, Diagnostic diagnostic) => $"Write \"{Meant(diagnostic)}\"";

    public override bool IsCertain(SourceFile file, Diagnostic diagnostic) =>
        Meant(diagnostic) is not null && Literal(file, diagnostic) is not null;

    protected override IEnumerable<TextChange> ChangesFor(SourceFile file, Diagnostic diagnostic)
    {
        yield return new TextChange(Literal(file, diagnostic)!.Span, $"\"{Meant(diagnostic)}\"");
    }

    private static string? Meant(Diagnostic diagnostic) =>
        Spelling.Meant(Property(diagnostic, "Name"), Property(diagnostic, "Known").Split([", "], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A constant has its name elsewhere, where this is not the only thing that reads it.</summary>
    private static LiteralExpressionSyntax? Literal(SourceFile file, Diagnostic diagnostic)
    {
        AttributeArgumentSyntax? argument = file.AttributeAt(diagnostic).ArgumentList?.Arguments
            .FirstOrDefault(argument => argument.Span.Contains(diagnostic.Location.SourceSpan));
        return argument?.Expression is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression) ? literal : null;
    }
}
