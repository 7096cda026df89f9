using DslNet.Generators.Layers.Activations;
using DslNet.Generators.Simd;

namespace DslNet.Generators.Graph;

/// <summary>Stores an output after the activation that follows the layer, if one is fused with it.</summary>
internal sealed class ActivationEpilogue(Operand destination, ActivationLayer? activation) : Epilogue
{
    public override Operand Destination => destination;

    public override string Phrase => activation is null ? "" : $", then {activation.Kind}";

    public override string Verb => activation is null ? base.Verb : $"{activation.Kind}, then store";

    protected override string Store(Target target, IReadOnlyList<string> values, Func<Operand, string> memory, string offset) =>
        activation is null or { ValueStore: not null }
            ? target.Store(activation?.ValueStore ?? StoreMethod.Plain, values, "", memory(destination), offset)
            : target.Store(StoreMethod.Plain, [.. values.Select(value => activation.Value(target, value))], "", memory(destination), offset);
}
