namespace DslNet.Generators.Model;

/// <summary>An argument of an attribute that is true or, where it is left out, false: 1 or 0.</summary>
/// <param name="Name">The attribute's property.</param>
internal sealed record FlagParameter(string Name) : ScalarParameter(Name, Default: 0)
{
    public override float Read(IDeclaredArguments arguments) => arguments.Boolean(Name, otherwise: false) ? 1 : 0;

    public override LayerArgument Declared(float value) => LayerArgument.Named(Name, value != 0, otherwise: false);
}
