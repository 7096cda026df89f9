using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslNet.Generators.Parsing;

/// <summary>Says how a block is used where its name, or its type as an argument, is written for it.</summary>
internal static class BlockForm
{
    /// <returns>Null if it is another attribute that the compiler does not find.</returns>
    public static FormMistake? Mistake(AttributeSyntax attribute, AttributeData data)
    {
        string name = UnknownAttribute.NameOf(attribute);
        if (name is "Use" or "Repeat" or "Residual" && attribute.ArgumentList?.Arguments is [{ Expression: TypeOfExpressionSyntax { Type: var type } } first, ..] arguments)
        {
            string text = $"{name}<{type}>{(arguments.Count == 1 ? "" : $"({string.Join(", ", arguments.Skip(1))})")}";
            return new(first.GetLocation(), first.ToString(), $"Write [{text}]", text);
        }

        if (data.AttributeClass is not IErrorTypeSymbol { CandidateSymbols: [INamedTypeSymbol block, ..] } || !DeclaredAttribute.IsBlock(block))
            return null;
        string use = $"Use<{attribute.Name}>";
        return new(attribute.GetLocation(), "the place of an attribute: it is a block", $"Write [{use}]", use);
    }
}
