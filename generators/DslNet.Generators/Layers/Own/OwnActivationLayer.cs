using DslNet.Generators.Expressions;
using DslNet.Generators.Layers.Activations;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Own;

/// <summary>An activation that is a method of the user's. Layers are named by the method.</summary>
/// <param name="Function">The method.</param>
/// <param name="Rectifies">Whether it is said to be a rectifier.</param>
internal sealed record OwnActivationLayer(OwnFunction Function, bool Rectifies) : FunctionLayer
{
    public static LayerSpec Read(IFunctionArguments arguments) =>
        new OwnActivationLayer(arguments.Function(inputs: 1), arguments.Boolean("IsRectifier", otherwise: false));

    public override string Kind => Function.Name;

    public override string Attribute => "Activation";

    public override Elementwise Elementwise => Elementwise.Of(Kind, Function.Value, Rectifies);

    public override IEnumerable<LayerArgument> DeclaredArguments => [.. Function.Declared, LayerArgument.Named("IsRectifier", Rectifies, otherwise: false)];
}
