using DslNet.Generators.Layers.Joins;
using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Parsing;

/// <summary>
/// Reads layers in the order in which they are computed: where an attribute uses a block, the block's layers, and those of the blocks that it uses in
/// its turn, once for each use.
/// </summary>
internal sealed class LayerReader(ProblemList problems, CancellationToken cancellation)
{
    /// <summary>More than anybody writes: repeated blocks of repeated blocks soon are more than a compiler can take.</summary>
    private const int MostLayers = 10_000;

    /// <summary>The blocks that are being read, from the outside in.</summary>
    private readonly List<INamedTypeSymbol> _open = [];

    /// <summary>How many of the uses around what is read shall learn nothing.</summary>
    private int _frozen;

    public List<LayerDraft> Layers { get; } = [];

    /// <summary>Whether something that may be a layer stands behind the last layer.</summary>
    public bool EndsDoubtfully { get; set; }

    /// <summary>The block that is read by itself; null for a network.</summary>
    private INamedTypeSymbol? _root;

    /// <summary>Says that what is read belongs to a block, which can be no part of itself.</summary>
    public void Enter(INamedTypeSymbol block)
    {
        _root = block;
        _open.Add(block);
    }

    /// <summary>Adds a layer.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="scope">The attributes that it is among.</param>
    /// <param name="shared">The use of a block around it whose weights others have too; null if there is none.</param>
    public void AddLayer(DeclaredAttribute attribute, LayerScope scope, SharedUse? shared = null)
    {
        var arguments = new AttributeArguments(attribute);
        LayerSpec layer = LayerCatalogue.Readers[attribute.Data.AttributeClass!.MetadataName](arguments);
        LayerDraft draft = new(attribute, arguments, layer, followsUnresolved: EndsDoubtfully) { Shared = shared?.Next(), IsInFrozen = _frozen > 0 };
        scope.Members.Add(draft);
        Layers.Add(draft);
        EndsDoubtfully = false;
    }

    /// <summary>Adds the layers of a block.</summary>
    /// <param name="attribute">The attribute that uses it.</param>
    /// <param name="scope">The attributes that it is among.</param>
    /// <param name="shared">The use of a block around it whose weights others have too; null if there is none.</param>
    public void AddUse(DeclaredAttribute attribute, LayerScope scope, SharedUse? shared = null)
    {
        var arguments = new AttributeArguments(attribute);
        if (attribute.Data.AttributeClass!.TypeArguments is not [INamedTypeSymbol { TypeKind: TypeKind.Class } block])
        {
            // The compiler says what is wrong with it.
            problems.AddUnreadable();
            EndsDoubtfully = true;
            return;
        }

        int turns = arguments.Has("Count") ? arguments.Size("Count") : 1;
        if (Obstacle(block, attribute, arguments))
        {
            scope.Members.Add(new BlockDraft(attribute, arguments, new LayerScope(block.Name), 1, 1));
            EndsDoubtfully = true;
            return;
        }

        _open.Add(block);
        int frozen = arguments.Boolean("Frozen", otherwise: false) ? 1 : 0;
        _frozen += frozen;
        bool isShared = arguments.Boolean("Shared", otherwise: false);
        for (int turn = 1; turn <= turns; turn++)
        {
            if (Layers.Count > MostLayers)
            {
                problems.Add(RuleIds.SizeTooLarge, arguments.LocationOf("Count"), [attribute.DisplayName, "Count", turns, turn - 1]);
                break;
            }

            AddTurn(new BlockDraft(attribute, arguments, new LayerScope(block.Name), turn, turns), block, isShared ? new SharedUse(block.ToDisplayString()) : shared, scope);
        }

        _frozen -= frozen;
        _open.RemoveAt(_open.Count - 1);
    }

    private void AddTurn(BlockDraft use, INamedTypeSymbol block, SharedUse? shared, LayerScope scope)
    {
        foreach (DeclaredAttribute attribute in DeclaredAttribute.OfBlock(block, use.Attribute, cancellation))
        {
            switch (attribute.Role)
            {
                case AttributeRole.Layer:
                    AddLayer(attribute, use.Inner, shared);
                    break;
                case AttributeRole.BlockUse:
                    AddUse(attribute, use.Inner, shared);
                    break;
                case AttributeRole.Unresolved:
                    problems.AddUnreadable();
                    EndsDoubtfully = true;
                    break;
                case AttributeRole.Foreign:
                    problems.LeaveOut(RuleIds.UnknownLayer);
                    EndsDoubtfully = true;
                    break;
                case AttributeRole.Input or AttributeRole.Output or AttributeRole.Loss or AttributeRole.Budget or AttributeRole.Population:
                    problems.LeaveOut(RuleIds.NotInBlock);
                    break;
            }
        }

        if (use.Attribute.Data.AttributeClass!.Name == "ResidualAttribute")
        {
            if (use.Arguments.Boolean("Projection", otherwise: false))
                Layers.Add(use.Projection = Added(LayerCatalogue.Default("DenseAttribute")));
            Layers.Add(use.Sum = Added(new ElementwiseJoinLayer("Add", EquatableArray<string>.Empty)));
        }

        scope.Members.Add(use);

        LayerDraft Added(LayerSpec layer) => new(use.Attribute, use.Arguments, layer, followsUnresolved: false) { AddedBy = use, IsInFrozen = _frozen > 0 };
    }

    /// <summary>Reports what keeps a class from being used.</summary>
    private bool Obstacle(INamedTypeSymbol block, DeclaredAttribute attribute, AttributeArguments arguments)
    {
        if (!DeclaredAttribute.IsBlock(block))
        {
            (string fact, string remedy) = NetworkParser.IsNetwork(block)
                ? ("a network, and no block", $"Move the layers of {block.Name} to a class of their own, marked with [Block]")
                : block.DeclaringSyntaxReferences.IsEmpty ? ("no block", "Mark a class of yours with [Block]")
                : ("no block", $"Mark {block.Name} with [Block]");
            arguments.Tell(problems, RuleIds.BlockExpected, null, attribute.DisplayName, block.Name, fact, remedy);
            return true;
        }

        if (!_open.Contains(block, SymbolEqualityComparer.Default))
            return false;

        // A circle is reported in each of its blocks, as these are read by themselves.
        IEnumerable<string> circle = _open.SkipWhile(each => !SymbolEqualityComparer.Default.Equals(each, block)).Append(block).Select(each => each.Name);
        object[] message = [block.Name, string.Join(" → ", circle)];
        if (SymbolEqualityComparer.Default.Equals(_root, block))
            problems.Add(RuleIds.BlockCircle, arguments, null, message);
        else
            arguments.Tell(problems, RuleIds.BlockCircle, null, message);
        return true;
    }
}
