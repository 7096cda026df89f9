namespace DslNet.Generators.Model;

/// <summary>An argument of an attribute that is a finite number.</summary>
/// <param name="Name">The attribute's property.</param>
/// <param name="Default">What it is where it is left out.</param>
/// <param name="Minimum">The least it may be.</param>
/// <param name="Exclusive">Whether it must be more than that.</param>
internal sealed record FloatParameter(string Name, float Default, float Minimum = float.NegativeInfinity, bool Exclusive = false)
{
    /// <summary>Some of them with their values.</summary>
    public static IEnumerable<LayerArgument> Declared(IReadOnlyList<FloatParameter> parameters, EquatableArray<float> arguments) =>
        parameters.Select((parameter, i) => LayerArgument.Named(parameter.Name, arguments[i], parameter.Default));

    public float Read(IDeclaredArguments arguments) => arguments.Finite(Name, Default, Minimum, Exclusive);
}
