namespace DslNet.Generators.Model;

/// <summary>What a loss takes as target: the members of the library's LossTarget.</summary>
internal enum LossTargetKind
{
    Values,
    Labels,
    Probabilities,
}
