namespace DslNet.Generators.Model;

/// <summary>An argument of an attribute that is kept as a float.</summary>
/// <param name="Name">The attribute's property.</param>
/// <param name="Default">What it is where it is left out.</param>
internal abstract record ScalarParameter(string Name, float Default)
{
    public abstract float Read(IDeclaredArguments arguments);

    /// <summary>The argument with a value, as a declaration has it.</summary>
    public abstract LayerArgument Declared(float value);
}
