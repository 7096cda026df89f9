using DslNet.Generators.Text;

namespace DslNet.Generators.Parsing;

/// <summary>One use of a block while the network is being put together; a repeated block has several.</summary>
/// <param name="attribute">The attribute that uses it.</param>
/// <param name="arguments">Its arguments.</param>
/// <param name="inner">The block's layers, for this use.</param>
/// <param name="turn">Which of several it is, counted from 1.</param>
/// <param name="turns">How many there are.</param>
internal sealed class BlockDraft(DeclaredAttribute attribute, AttributeArguments arguments, LayerScope inner, int turn, int turns) : ScopeMember(attribute, arguments)
{
    /// <summary>What the layer that brings shapes together is called, behind the name of the use.</summary>
    public const string ProjectionName = "Projection";

    public LayerScope Inner => inner;

    /// <summary>The block's class; where its name ends in a digit, with something between that and the number.</summary>
    public override string Kind => char.IsDigit(inner.ClassName[inner.ClassName.Length - 1]) ? inner.ClassName + "_" : inner.ClassName;

    public override string? View => null;

    public override LayerDraft? Last => Sum ?? inner.Members.LastOrDefault()?.Last;

    /// <summary>Those of several have the name and a number.</summary>
    public override string? DeclaredName => base.DeclaredName is { } name && turns > 1 ? name + NumberText.Of(turn) : base.DeclaredName;

    /// <summary>The layer that brings what the block reads to the shape of what it produces; null where none is asked for.</summary>
    public LayerDraft? Projection { get; set; }

    /// <summary>The layer that adds what the block reads to what it produces; null where that is not asked for.</summary>
    public LayerDraft? Sum { get; set; }

    /// <summary>The name of all of them stands for the last.</summary>
    public override bool IsCalled(string name) => base.IsCalled(name) || turns > 1 && turn == turns && base.DeclaredName is { } given && IdentifierText.Normalize(given) == name;
}
