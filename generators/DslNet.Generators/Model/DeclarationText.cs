using DslNet.Generators.Text;

namespace DslNet.Generators.Model;

/// <summary>Writes an attribute as the user would: <c>Conv2D(6, 5, Padding = 1)</c>.</summary>
internal static class DeclarationText
{
    /// <summary>The value of Padding.Same.</summary>
    public const int SamePadding = -1;

    /// <param name="attribute">The attribute's name.</param>
    /// <param name="arguments">Its arguments; null for one that is left out.</param>
    public static string Of(string attribute, params string?[] arguments)
    {
        string list = string.Join(", ", arguments.Where(argument => argument is not null));
        return list.Length == 0 ? attribute : $"{attribute}({list})";
    }

    /// <summary>A declaration with one more argument.</summary>
    public static string With(string declaration, string argument) => declaration.EndsWith(")", StringComparison.Ordinal)
        ? $"{declaration.Substring(0, declaration.Length - 1)}, {argument})"
        : $"{declaration}({argument})";

    /// <summary>A window: one number if it is square.</summary>
    public static string Window(int height, int width) =>
        height == width ? NumberText.Of(height) : $"{NumberText.Of(height)}, {NumberText.Of(width)}";

    public static string? Padding(int padding) => padding switch
    {
        0 => null,
        SamePadding => "Padding = Padding.Same",
        _ => "Padding = " + NumberText.Of(padding),
    };

    /// <summary>A named integer, or null where it has its default.</summary>
    public static string? Named(string name, int value, int otherwise) =>
        value == otherwise ? null : $"{name} = {NumberText.Of(value)}";

    /// <summary>A named float, or null where it has its default.</summary>
    public static string? Named(string name, float value, float otherwise) =>
        value.Equals(otherwise) ? null : $"{name} = {Float(value)}";

    /// <summary>What differs from the default in the weights; null if nothing does.</summary>
    public static string? Weights(WeightOptions weights)
    {
        string?[] parts =
        [
            weights.Bias ? null : "Bias = false",
            weights.Initializer == InitializerKind.Default ? null : $"Initializer = Initializer.{weights.Initializer}",
            Named("InitialValue", weights.InitialValue, 0f),
            Named("InitialBias", weights.InitialBias, 0f),
        ];
        string list = string.Join(", ", parts.Where(part => part is not null));
        return list.Length == 0 ? null : list;
    }

    public static string Strings(EquatableArray<string> values) =>
        string.Join(", ", values.Select(value => $"\"{value}\""));

    private static string Float(float value)
    {
        string text = NumberText.Of(value);
        return text.Any(c => c is '.' or 'E') ? text + "f" : text;
    }
}
