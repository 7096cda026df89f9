namespace DslNet.Generators.Emission;

/// <summary>A parameter of a public method.</summary>
/// <param name="Type">Its type, as users write it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Default">What it is where it is left out; null if it cannot be.</param>
internal sealed record PublicParameter(string Type, string Name, string? Default = null)
{
    /// <summary>The parameter without a default, as generated code writes it.</summary>
    public string Required => $"{(Type.EndsWith(">", StringComparison.Ordinal) ? "global::System." : "")}{Type} {Name}";

    /// <summary>The parameter, as generated code writes it.</summary>
    public string Declaration => Default is null ? Required : $"{Required} = {Default}";
}
