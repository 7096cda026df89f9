namespace DslNet.Generators.Model;

internal abstract partial record LayerSpec
{
    /// <summary>How much is known of the output's shape, given how much is known of the inputs'.</summary>
    public virtual ShapeCertainty OutputCertainty(ShapeCertainty input) => input;

    /// <summary>Whether it reads tokens, and no values.</summary>
    public virtual bool ReadsTokens => false;

    /// <summary>The layers joined beside the one that is read anyway, by name.</summary>
    public virtual EquatableArray<string> JoinedNames => EquatableArray<string>.Empty;

    /// <summary>Whether it works on each number by itself, and bends: two of them in a row are a likely mistake.</summary>
    public virtual bool IsActivation => false;
}
