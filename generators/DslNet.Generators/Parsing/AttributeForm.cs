using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslNet.Generators.Parsing;

/// <summary>
/// Says how an attribute of the library is written where the compiler takes its arguments for an error: those of other libraries, and words where a
/// value is wanted. What is only a name that the compiler does not find is left to the compiler.
/// </summary>
internal static class AttributeForm
{
    private const string EmptyList = "an empty list of arguments";

    /// <returns>Null if nothing better is known than what the compiler says.</returns>
    public static FormMistake? Mistake(DeclaredAttribute attribute)
    {
        AttributeSyntax syntax = attribute.Syntax;
        AttributeArgumentSyntax[] arguments = [.. syntax.ArgumentList?.Arguments ?? default];
        INamedTypeSymbol type = attribute.Data.AttributeClass!;
        if (attribute.DisplayName is "Activation" or "Loss" && OwnFunction(attribute.DisplayName, syntax, arguments) is { } own)
            return own;
        if (attribute.DisplayName == "Input" && Input(syntax, arguments) is { } input)
            return input;
        return Empty(attribute, type, arguments)
            ?? FusedActivation(attribute.DisplayName, arguments)
            ?? Translated(attribute, arguments)
            ?? arguments.Select(argument => OfArgument(type, argument)).FirstOrDefault(mistake => mistake is not null);
    }

    /// <summary>A method is named by a string: attributes take no delegates.</summary>
    private static FormMistake? OwnFunction(string kind, AttributeSyntax syntax, AttributeArgumentSyntax[] arguments)
    {
        if (arguments.Length == 0)
        {
            string choice = kind == "Activation" ? "Write the activation itself, such as [ReLU], or" : "Write the loss itself, such as [MeanSquaredError], or";
            return new(syntax.GetLocation(), EmptyList, $"{choice} [{kind}(nameof(F))] with a static method F of your own");
        }

        AttributeArgumentSyntax first = arguments[0];
        return first.Expression switch
        {
            AnonymousFunctionExpressionSyntax lambda => new(first.GetLocation(), lambda.ToString(), $"Write a static method F of floats in the class, and [{kind}(nameof(F))]"),
            MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Math" or "MathF" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Math" or "MathF" } } member =>
                new(first.GetLocation(), first.ToString(), $"Write a static method F of floats in the class that returns {member}(x), and [{kind}(nameof(F))]"),
            MemberAccessExpressionSyntax { Expression: var owner } member => Replaced(syntax, first, $"{kind}({Listed([$"typeof({owner})", $"nameof({member})", .. arguments.Skip(1).Select(argument => argument.ToString())])})"),
            IdentifierNameSyntax name => Replaced(syntax, first, $"{kind}({Listed([$"nameof({name})", .. arguments.Skip(1).Select(argument => argument.ToString())])})"),
            _ => null,
        };
    }

    /// <summary>Of several constructors the compiler does not say what one of them wants.</summary>
    private static FormMistake? Empty(DeclaredAttribute attribute, INamedTypeSymbol type, AttributeArgumentSyntax[] arguments) =>
        arguments.Length == 0 && type.InstanceConstructors.Length > 1 && ForeignNames.Meaning(attribute.DisplayName).FirstOrDefault() is { } known
            ? new(attribute.Syntax.GetLocation(), EmptyList, $"Write [{known.Form}]")
            : null;

    /// <summary>Shapes are those of one sample, and names are said by their property.</summary>
    private static FormMistake? Input(AttributeSyntax syntax, AttributeArgumentSyntax[] arguments)
    {
        AttributeArgumentSyntax[] lengths = [.. arguments.Where(argument => argument.NameEquals is null && IsNumber(argument.Expression))];
        AttributeArgumentSyntax[] rest = [.. arguments.Where(argument => argument.NameEquals is not null)];
        if (lengths.Length == 4 && lengths.Length + rest.Length == arguments.Length)
        {
            string one = $"Input({Listed([.. lengths.Skip(1).Concat(rest).Select(argument => argument.ToString())])})";
            return new(syntax.GetLocation(), "four lengths", $"Shapes are those of one sample, without the batch: write [{one}]", one);
        }

        if (lengths.Length is > 0 and < 4 && arguments.FirstOrDefault(IsWord) is { } word && lengths.Length + rest.Length + (word.NameEquals is null ? 1 : 0) == arguments.Length)
            return Replaced(syntax, word, $"Input({Listed([.. lengths.Select(length => length.ToString()), $"Name = {word.Expression}", .. rest.Where(each => each != word).Select(each => each.ToString())])})");
        if (lengths.Length is > 0 and < 4 && arguments[0].Expression.IsKind(SyntaxKind.NullLiteralExpression) && lengths.Length + rest.Length + 1 == arguments.Length)
        {
            string one = $"Input({Listed([.. lengths.Concat(rest).Select(argument => argument.ToString())])})";
            return new(arguments[0].GetLocation(), "null", $"Shapes are those of one sample, without the batch: write [{one}]", one);
        }

        return arguments is [{ Expression: TupleExpressionSyntax tuple }] && tuple.Arguments.Count is 2 or 3
            ? Replaced(syntax, arguments[0], $"Input({tuple.Arguments})")
            : null;

        static bool IsWord(AttributeArgumentSyntax argument) =>
            argument.NameEquals is null && argument.Expression.IsKind(SyntaxKind.StringLiteralExpression) && argument.NameColon?.Name.Identifier.ValueText is null or "name";
    }

    /// <summary>As Keras has it: an activation is a layer of its own here.</summary>
    private static FormMistake? FusedActivation(string attribute, AttributeArgumentSyntax[] arguments)
    {
        if (attribute == "Activation" || arguments.FirstOrDefault(argument => string.Equals(NameOf(argument), "activation", StringComparison.OrdinalIgnoreCase)) is not { } activation)
            return null;
        string word = activation.Expression switch
        {
            LiteralExpressionSyntax { Token.Value: string text } => text,
            MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
            IdentifierNameSyntax name => name.Identifier.ValueText,
            _ => "",
        };
        AttributeArgumentSyntax[] rest = [.. arguments.Where(argument => argument != activation)];
        string layer = ForeignNames.Meaning(attribute).Select(known => Translated(known, rest).Text).FirstOrDefault(text => text is not null)
            ?? (rest.Length == 0 ? attribute : $"{attribute}({Listed([.. rest.Select(argument => argument.ToString())])})");
        string remedy = word.Equals("linear", StringComparison.OrdinalIgnoreCase) ? $"Write [{layer}], which has none"
            : ForeignNames.Find(word) is { Meant: { } meant, Form: var form } && form == meant ? $"Write it behind the layer: [{layer}, {meant}]"
            : $"Write it behind the layer, such as [{layer}, ReLU]";
        return new(activation.GetLocation(), activation.ToString(), remedy);
    }

    /// <summary>The arguments of other libraries, where all of them have a counterpart.</summary>
    private static FormMistake? Translated(DeclaredAttribute attribute, AttributeArgumentSyntax[] arguments)
    {
        string written = arguments.Length == 0 ? attribute.DisplayName : $"{attribute.DisplayName}({Listed([.. arguments.Select(argument => argument.ToString())])})";
        ForeignTranslation translation = ForeignNames.Meaning(attribute.DisplayName).Select(known => Translated(known, arguments)).FirstOrDefault(each => each.Text is not null);
        if (translation is not { Text: { } text, Casts: false } || arguments.Length == 0 || IsSame(text, written, arguments))
            return null;

        // What is written as it is taken is no mistake.
        AttributeArgumentSyntax[] wrong = [.. arguments.Where(argument => NameOf(argument) is not null && !text.Contains(argument.ToString()))];
        return wrong is [var only] ? Replaced(attribute.Syntax, only, text)
            : new(attribute.Syntax.GetLocation(), attribute.Syntax.ArgumentList!.ToString(), $"Write [{text}]", text);
    }

    /// <summary>Whether only the order of the arguments differs, which is none of the compiler's concern. What it lacks is a name or a cast, as it says.</summary>
    private static bool IsSame(string text, string written, AttributeArgumentSyntax[] arguments) =>
        text.Length == written.Length && Array.TrueForAll(arguments, argument => text.Contains(argument.ToString()));

    private static ForeignTranslation Translated(ForeignName known, AttributeArgumentSyntax[] arguments) =>
        ForeignArguments.Translate(arguments, known) is { Differs: false } translation ? translation : default;

    private static FormMistake? OfArgument(INamedTypeSymbol type, AttributeArgumentSyntax argument)
    {
        if (argument.NameEquals is not null && PropertyOf(type, NameOf(argument)!) is { SetMethod: not null } property)
            return OfValue(argument, property.Type, $"{property.Name} = ");
        if (NameOf(argument) is { } name)
        {
            // Whatever a constructor has a parameter for is written by its place.
            if (argument.NameEquals is not null && ParametersOf(type).Any(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
                return new(argument.GetLocation(), argument.ToString(), $"Write {argument.Expression} without its name, before what has one");
            if (ParametersOf(type).Any(parameter => parameter.Name == name))
                return null;
            string[] taken = [.. Properties(type).Where(each => each is { SetMethod: not null, DeclaredAccessibility: Accessibility.Public }).Select(each => each.Name).Distinct().OrderBy(each => each, StringComparer.Ordinal)];
            return new(argument.GetLocation(), argument.ToString(), $"What it takes by name is {string.Join(", ", taken)}");
        }

        // An identifier alone where names of layers are listed.
        return ParametersOf(type).FirstOrDefault() is { IsParams: true, Type: IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String } } && argument.Expression is IdentifierNameSyntax layer
            ? new(argument.GetLocation(), argument.ToString(), $"Write the layer's name as a string: \"{layer}\"")
            : null;
    }

    private static FormMistake? OfValue(AttributeArgumentSyntax argument, ITypeSymbol type, string before)
    {
        ExpressionSyntax value = argument.Expression;
        string? word = (value as LiteralExpressionSyntax)?.Token.Value as string;
        string? remedy = type switch
        {
            { TypeKind: TypeKind.Enum } => OfEnum(type, word ?? (value as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText, before),
            { SpecialType: SpecialType.System_Int32 } when before.StartsWith("Padding", StringComparison.Ordinal) && word is not null => "Write a number, or Padding = Padding.Same",
            { SpecialType: SpecialType.System_Int32 } when word is not null => "Write a number",
            { SpecialType: SpecialType.System_Int32 } when IsList(value) => "It is the same on all axes: write one number",
            { SpecialType: SpecialType.System_Boolean } when IsNumber(value) => $"Write {before}{(value.ToString() == "0" ? "false" : "true")}",
            { SpecialType: SpecialType.System_String } when value is IdentifierNameSyntax name => $"Write the name as a string: {before}\"{name}\"",
            { SpecialType: SpecialType.System_Single } when IsList(value) => "Write one number",
            IArrayTypeSymbol { ElementType: { SpecialType: SpecialType.System_Single } } when ListOf(value) is { } list => $"Write {before}new float[] {{ {list} }}",
            _ => null,
        };
        return remedy is null ? null : new(argument.GetLocation(), argument.ToString(), remedy);
    }

    /// <summary>The member that was meant, or all of them; null if the member exists.</summary>
    private static string? OfEnum(ITypeSymbol type, string? word, string before)
    {
        if (word is null)
            return null;
        string[] members = [.. type.GetMembers().OfType<IFieldSymbol>().Where(member => member.HasConstantValue).Select(member => member.Name)];
        return members.Contains(word) ? null
            : members.FirstOrDefault(member => member.Equals(word.Replace("_", ""), StringComparison.OrdinalIgnoreCase)) is { } meant ? $"Write {before}{type.Name}.{meant}"
            : $"Write {before}{type.Name}. and one of {string.Join(", ", members)}";
    }

    private static FormMistake Replaced(AttributeSyntax attribute, AttributeArgumentSyntax argument, string text) =>
        new(argument.GetLocation(), argument.ToString(), $"Write [{text}]", text);

    private static string Listed(string[] arguments) => string.Join(", ", arguments);

    private static string? NameOf(AttributeArgumentSyntax argument) => (argument.NameColon?.Name ?? argument.NameEquals?.Name)?.Identifier.ValueText;

    private static bool IsNumber(ExpressionSyntax value) => value.IsKind(SyntaxKind.NumericLiteralExpression)
        || value is PrefixUnaryExpressionSyntax { Operand: var operand } && operand.IsKind(SyntaxKind.NumericLiteralExpression);

    private static bool IsList(ExpressionSyntax value) => value is TupleExpressionSyntax or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax or CollectionExpressionSyntax;

    /// <summary>The elements of a list as they are written; null if it is none.</summary>
    private static string? ListOf(ExpressionSyntax value) => value switch
    {
        ImplicitArrayCreationExpressionSyntax { Initializer.Expressions: var elements } => Floats(elements.Select(element => element.ToString())),
        ArrayCreationExpressionSyntax { Initializer.Expressions: var elements } => Floats(elements.Select(element => element.ToString())),
        CollectionExpressionSyntax { Elements: var elements } => Floats(elements.Select(element => element.ToString())),
        _ => null,
    };

    private static string Floats(IEnumerable<string> elements) => string.Join(", ", elements.Select(element => element.Contains('.') && !element.EndsWith("f", StringComparison.OrdinalIgnoreCase) ? element + "f" : element));

    private static IEnumerable<IParameterSymbol> ParametersOf(INamedTypeSymbol type) => type.InstanceConstructors.SelectMany(constructor => constructor.Parameters);

    private static IPropertySymbol? PropertyOf(INamedTypeSymbol type, string name) => Properties(type).FirstOrDefault(property => property.Name == name);

    private static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? each = type; each is not null && each.IsOurs(); each = each.BaseType)
        {
            foreach (IPropertySymbol property in each.GetMembers().OfType<IPropertySymbol>())
                yield return property;
        }
    }
}
