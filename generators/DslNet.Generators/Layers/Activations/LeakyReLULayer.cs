using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Activations;

/// <summary>x where x is positive, else the slope times x.</summary>
/// <param name="NegativeSlope">The slope left of zero.</param>
internal sealed partial record LeakyReLULayer(float NegativeSlope) : ActivationLayer
{
    private const float DefaultNegativeSlope = 0.01f;

    public static LayerSpec Read(IDeclaredArguments arguments) =>
        new LeakyReLULayer(arguments.Finite("NegativeSlope", DefaultNegativeSlope, minimum: 0));

    public override string Kind => "LeakyReLU";

    public override IEnumerable<LayerArgument> DeclaredArguments => [LayerArgument.Named("NegativeSlope", NegativeSlope, DefaultNegativeSlope)];
}
