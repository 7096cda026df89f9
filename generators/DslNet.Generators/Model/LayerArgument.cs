using DslNet.Generators.Text;

namespace DslNet.Generators.Model;

/// <summary>An argument of a layer's or a loss's attribute. The declaration as text and the description that users read are both made of these.</summary>
/// <param name="Name">The attribute's property.</param>
/// <param name="Value">Its value as a C# expression.</param>
/// <param name="Text">How a declaration has it; null where it is left out, because it has its default.</param>
internal sealed record LayerArgument(string Name, string Value, string? Text)
{
    /// <summary>Whether it stands without its name, as a constructor's parameter.</summary>
    public bool IsPositional { get; private init; }

    /// <summary>An integer that stands without its name.</summary>
    public static LayerArgument Positional(string name, int value) => new(name, Literal.Of(value), NumberText.Of(value)) { IsPositional = true };

    /// <summary>A float that stands without its name. Constructors take it as a double, so that no ending is needed.</summary>
    public static LayerArgument Positional(string name, float value) => new(name, Literal.Of(value), NumberText.Of(value)) { IsPositional = true };

    /// <summary>A double that stands without its name.</summary>
    public static LayerArgument Positional(string name, double value) => new(name, Literal.Of(value), NumberText.Of(value)) { IsPositional = true };

    public static LayerArgument Named(string name, int value, int otherwise) => Named(name, Literal.Of(value), NumberText.Of(value), value == otherwise);

    public static LayerArgument Named(string name, float value, float otherwise) => Named(name, Literal.Of(value), FloatText(value), value.Equals(otherwise));

    public static LayerArgument Named(string name, bool value, bool otherwise) => Named(name, Literal.Of(value), Literal.Of(value), value == otherwise);

    /// <summary>A list of floats, which is empty by default.</summary>
    public static LayerArgument Named(string name, EquatableArray<float> values) => Named(
        name, values.Count == 0
            ? "global::System.Collections.Immutable.ImmutableArray<float>.Empty"
            : $"global::System.Collections.Immutable.ImmutableArray.Create({string.Join(", ", values.Select(Literal.Of))})",
        $"new float[] {{ {string.Join(", ", values.Select(FloatText))} }}", values.Count == 0);

    /// <summary>A window: one number if it is square, and over a signal.</summary>
    /// <param name="kernel">Its length on each axis.</param>
    public static IEnumerable<LayerArgument> Window(IReadOnlyList<int> kernel) => Sides(kernel.Count == 1 ? ["Kernel"] : ["KernelHeight", "KernelWidth"], kernel);

    /// <summary>A number for each axis, or one for all where they are the same.</summary>
    /// <param name="names">The properties.</param>
    /// <param name="lengths">Their values.</param>
    public static IEnumerable<LayerArgument> Sides(IReadOnlyList<string> names, IReadOnlyList<int> lengths)
    {
        bool isOne = lengths.All(length => length == lengths[0]);
        return names.Zip(lengths, (name, length) => Positional(name, length)).Select((argument, axis) => isOne && axis > 0 ? argument with { Text = null } : argument);
    }

    public static LayerArgument Padding(int padding)
    {
        LayerArgument argument = Named("Padding", padding, 0);
        return padding == DeclarationText.SamePadding ? argument with { Text = "Padding = Padding.Same" } : argument;
    }

    /// <summary>A member of one of the library's enumerations.</summary>
    public static LayerArgument Enumeration<T>(string name, T value, T otherwise) where T : struct, Enum =>
        Named(name, $"global::DslNet.{typeof(T).Name}.{value}", $"{typeof(T).Name}.{value}", value.Equals(otherwise));

    /// <summary>What all layers with weights declare.</summary>
    public static IEnumerable<LayerArgument> Weights(WeightOptions weights)
    {
        yield return Named("Bias", weights.Bias, otherwise: true);
        yield return Enumeration("Initializer", weights.Initializer, Initializer.Default);
        yield return Named("InitialValue", weights.InitialValue, 0f);
        yield return Named("InitialBias", weights.InitialBias, 0f);
    }

    private static LayerArgument Named(string name, string value, string text, bool isDefault) => new(name, value, isDefault ? null : $"{name} = {text}");

    private static string FloatText(float value)
    {
        string text = NumberText.Of(value);
        return text.Any(c => c is '.' or 'E') ? text + "f" : text;
    }
}
