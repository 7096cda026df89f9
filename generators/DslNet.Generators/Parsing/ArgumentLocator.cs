using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslNet.Generators.Parsing;

/// <summary>Finds where an argument of an attribute is written.</summary>
internal static class ArgumentLocator
{
    /// <summary>The argument's place, or that of the whole attribute if it is not written.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="name">
    /// The property's name. A parameter may stand for several properties that begin with its name, as a square kernel
    /// does; an element of a list is named as <c>Others[1]</c>.
    /// </param>
    public static Location Find(DeclaredAttribute attribute, string? name)
    {
        if (name is null || attribute.Syntax.ArgumentList is not { } list)
            return attribute.Syntax.GetLocation();

        int bracket = name.IndexOf('[');
        int element = bracket < 0 ? 0 : int.Parse(name.Substring(bracket + 1, name.Length - bracket - 2));
        if (bracket >= 0)
            name = name.Substring(0, bracket);

        int position = 0;
        AttributeArgumentSyntax? found = null;
        foreach (AttributeArgumentSyntax argument in list.Arguments)
        {
            if (argument.NameEquals is { } property)
            {
                if (property.Name.Identifier.ValueText == name)
                    return argument.GetLocation();
                continue;
            }

            (string parameter, int index) = ParameterOf(attribute.Data, argument, position++);
            if (parameter.Length > 0 && name.StartsWith(parameter, StringComparison.OrdinalIgnoreCase) && index <= element)
                found = argument;
        }

        return (found ?? (SyntaxNode)attribute.Syntax).GetLocation();
    }

    /// <summary>The parameter an argument is for, and which element of it where a list is written out.</summary>
    private static (string Name, int Element) ParameterOf(AttributeData data, AttributeArgumentSyntax argument, int position)
    {
        if (argument.NameColon is { } name)
            return (name.Name.Identifier.ValueText, 0);
        if (data.AttributeConstructor is not { Parameters: { Length: > 0 } parameters })
            return ("", 0);

        int last = parameters.Length - 1;
        return position < last ? (parameters[position].Name, 0) : (parameters[last].Name, position - last);
    }
}
