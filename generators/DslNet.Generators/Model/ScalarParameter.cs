namespace DslNet.Generators.Model;

/// <summary>An argument of an attribute that is kept as a float.</summary>
/// <param name="Name">The attribute's property.</param>
/// <param name="Default">What it is where it is left out.</param>
internal abstract record ScalarParameter(string Name, float Default)
{
    /// <summary>Some of them with their values.</summary>
    public static IEnumerable<LayerArgument> Declared(IReadOnlyList<ScalarParameter> parameters, EquatableArray<float> arguments) =>
        parameters.Select((parameter, i) => parameter.Declared(arguments[i]));

    public abstract float Read(IDeclaredArguments arguments);

    /// <summary>The argument with a value, as a declaration has it.</summary>
    public abstract LayerArgument Declared(float value);
}
