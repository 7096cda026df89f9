using DslNet.Generators.Layers.Activations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Operations;

/// <summary>Stores an output after the activation that follows the layer, if one is fused with it.</summary>
internal sealed class ActivationEpilogue(Operand destination, ActivationLayer? activation) : Epilogue
{
    public override Operand Destination => destination;

    public override string Phrase => activation is null ? "" : $", then {activation.Kind}";

    protected override string Finish(SourceWriter writer, Target target, string value, string offset) =>
        activation is null ? value : activation.Value(target, value);
}
