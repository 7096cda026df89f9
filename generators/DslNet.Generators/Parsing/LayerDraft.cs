using DslNet.Generators.Model;

namespace DslNet.Generators.Parsing;

/// <summary>A layer while the network is being put together.</summary>
internal sealed class LayerDraft(DeclaredAttribute attribute, AttributeArguments arguments, LayerSpec layer, bool followsUnresolved) : ScopeMember(attribute, arguments)
{
    /// <summary>What it computes. What a use of a block adds to it is known only when shapes are.</summary>
    public LayerSpec Layer { get; set; } = layer;

    public override string Kind => Layer.Kind;

    public override string? View => Layer.View;

    public override LayerDraft? Last => this;

    /// <summary>Whether it learns something that it shall not learn. What several layers have in common is frozen for all of them.</summary>
    public bool IsFrozen => Layer.HasParameters && (IsInFrozen || Arguments.Boolean("Frozen", otherwise: false) || (WeightsOf ?? this).FreezesShared);

    /// <summary>Whether one of the layers that have its weights shall not change them.</summary>
    public bool FreezesShared { get; set; }

    /// <summary>Whether a use of a block that it is in shall learn nothing.</summary>
    public bool IsInFrozen { get; init; }

    /// <summary>Whether an attribute that the compiler does not find stands before it, which may have been a layer.</summary>
    public bool FollowsUnresolved => followsUnresolved;

    /// <summary>What its weights have in common with those of others; null if they are its own.</summary>
    public SharedPlace? Shared { get; init; }

    /// <summary>The layer whose weights it has; null if they are its own.</summary>
    public LayerDraft? WeightsOf { get; set; }

    /// <summary>Whether others have its weights.</summary>
    public bool OwnsShared { get; set; }

    /// <summary>The use of a block that joins its output and what it reads by this layer, or brings what it reads to the shape of its output.</summary>
    public BlockDraft? AddedBy { get; init; }

    /// <summary>Whether it turned out that there is nothing to do.</summary>
    public bool IsAbsent { get; set; }

    /// <summary>The values it reads.</summary>
    public List<int> Inputs { get; } = [];

    /// <summary>Whether all that it refers to was found.</summary>
    public bool InputsFound { get; set; } = true;

    /// <summary>Of a network of sequences, whether its output belongs to a sequence, and to no frame.</summary>
    public bool IsOfSequence { get; set; }

    public Shape Output { get; set; } = Shape.Vector(1);

    public ShapeCertainty Certainty { get; set; }
}
