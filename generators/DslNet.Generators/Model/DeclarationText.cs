using DslNet.Generators.Text;

namespace DslNet.Generators.Model;

/// <summary>Writes an attribute as the user would: <c>Conv2D(6, 5, Padding = 1)</c>.</summary>
internal static class DeclarationText
{
    /// <summary>The padding that keeps the size, by a name for where a property is called Padding.</summary>
    public const int SamePadding = Padding.Same;

    /// <param name="attribute">The attribute's name.</param>
    /// <param name="joined">The names of layers that it joins.</param>
    /// <param name="arguments">Its other arguments.</param>
    public static string Of(string attribute, IEnumerable<string> joined, IEnumerable<LayerArgument> arguments)
    {
        string list = string.Join(", ", joined.Select(name => $"\"{name}\"").Concat(arguments.Select(argument => argument.Text).OfType<string>()));
        return list.Length == 0 ? attribute : $"{attribute}({list})";
    }

    /// <summary>A declaration with one more argument.</summary>
    public static string With(string declaration, string argument) => declaration.EndsWith(")", StringComparison.Ordinal)
        ? $"{declaration.Substring(0, declaration.Length - 1)}, {argument})"
        : $"{declaration}({argument})";

    /// <summary>A window: one number if all its sides are the same.</summary>
    public static string Window(IReadOnlyList<int> sides) => string.Join(", ", (sides.All(side => side == sides[0]) ? sides.Take(1) : sides).Select(side => NumberText.Of(side)));
}
