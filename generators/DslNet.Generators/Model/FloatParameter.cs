namespace DslNet.Generators.Model;

/// <summary>An argument of an attribute that is a finite number.</summary>
/// <param name="Name">The attribute's property.</param>
/// <param name="Default">What it is where it is left out.</param>
/// <param name="Minimum">The least it may be.</param>
/// <param name="Exclusive">Whether it must be more than that.</param>
internal sealed record FloatParameter(string Name, float Default, float Minimum = float.NegativeInfinity, bool Exclusive = false)
{
    public float Read(IDeclaredArguments arguments) => arguments.Finite(Name, Default, Minimum, Exclusive);
}
