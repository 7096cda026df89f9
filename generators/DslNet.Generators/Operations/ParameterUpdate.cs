namespace DslNet.Generators.Operations;

/// <summary>How generated code spells an optimiser's step that is done while gradients are summed: a type parameter, so that none costs nothing.</summary>
internal static class ParameterUpdate
{
    public const string Type = "TUpdate";

    public const string Constraint = $"where {Type} : struct, global::DslNet.CompilerServices.IParameterUpdate, allows ref struct";

    /// <summary>The condition that there is something to update.</summary>
    public const string IsGiven = $"!{Type}.IsNone";

    /// <summary>Nothing to update.</summary>
    public const string None = "default(global::DslNet.CompilerServices.NoUpdate)";
}
