using DslNet.Generators.Expressions;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Activations;

/// <summary>An activation of the library's.</summary>
/// <param name="Kind">Which of <see cref="Activations"/>.</param>
/// <param name="Arguments">The arguments of its attribute.</param>
internal sealed record ActivationLayer(string Kind, EquatableArray<float> Arguments) : FunctionLayer
{
    public override string Kind { get; } = Kind;

    public override Elementwise Elementwise => Activations.Get(Kind).Of(Arguments);

    public override IEnumerable<LayerArgument> DeclaredArguments => Activations.Get(Kind).Declared(Arguments);
}
