using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DslNet.CodeFixes.Remedies;

/// <summary>Gives a layer the largest kernel that fits its padded input.</summary>
internal sealed class ShrinkKernel : Remedy
{
    /// <summary>What is too large may also be the pooling before it, or the input too small.</summary>
    public override bool MendsAll => false;

    public override string TitleFor(SourceFile file, Diagnostic diagnostic)
    {
        string[] sides = Property(diagnostic, "Largest").Split(',');
        bool isOfSignal = !Property(diagnostic, "Kernel").Contains("×");
        return $"Use a kernel of {(isOfSignal ? sides[0] : $"{sides[0]}×{sides[sides.Length - 1].Trim()}")}";
    }

    /// <summary>A kernel of one position would build, and be of no use.</summary>
    public override bool IsCertain(SourceFile file, Diagnostic diagnostic) => Property(diagnostic, "Largest").Length > 0;

    protected override IEnumerable<TextChange> ChangesFor(SourceFile file, Diagnostic diagnostic)
    {
        AttributeSyntax attribute = file.AttributeAt(diagnostic);
        string[] sides = Property(diagnostic, "Largest").Split(',');
        foreach (AttributeArgumentSyntax argument in attribute.ArgumentList!.Arguments)
        {
            string? parameter = AttributeText.ParameterOf(file.Model, attribute, argument);
            if (parameter == "kernel" && sides.Length > 1)
            {
                string height = sides[0], width = sides[1].Trim();
                yield return new TextChange(
                    argument.Span, argument.NameColon is null ? $"{height}, {width}" : $"kernelHeight: {height}, kernelWidth: {width}");
                continue;
            }

            string? side = parameter switch
            {
                "kernel" or "kernelHeight" => sides[0],
                "kernelWidth" => sides[sides.Length - 1].Trim(),
                _ => null,
            };
            if (side is not null && argument.Expression.ToString() != side)
                yield return new TextChange(argument.Expression.Span, side);
        }
    }
}
