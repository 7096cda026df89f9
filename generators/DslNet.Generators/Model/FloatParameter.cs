namespace DslNet.Generators.Model;

/// <summary>An argument of an attribute that is a finite number.</summary>
/// <param name="Name">The attribute's property.</param>
/// <param name="Default">What it is where it is left out.</param>
/// <param name="Minimum">The least it may be.</param>
/// <param name="Exclusive">Whether it must be more than that.</param>
internal sealed record FloatParameter(string Name, float Default, float Minimum = float.NegativeInfinity, bool Exclusive = false) : ScalarParameter(Name, Default)
{
    /// <summary>Another argument that it must be more than.</summary>
    public FloatParameter? Above { get; init; }

    /// <summary>Whether it is a parameter of the attribute's constructor, which must be written.</summary>
    public bool IsPositional { get; init; }

    public override float Read(IDeclaredArguments arguments) =>
        arguments.Finite(Name, Default, Above is null ? Minimum : Above.Of(arguments), Exclusive);

    public override LayerArgument Declared(float value) => IsPositional ? LayerArgument.Positional(Name, value) : LayerArgument.Named(Name, value, Default);

    /// <summary>What is written; whether it is in range is for <see cref="Read"/> to say.</summary>
    private float Of(IDeclaredArguments arguments) => (float)arguments.Number(Name, Default) is var value && !float.IsNaN(value) ? value : float.NegativeInfinity;
}
