using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Activations;

/// <summary>x where x is positive, else α·(eˣ − 1).</summary>
/// <param name="Alpha">What it approaches, negated, far left of zero.</param>
internal sealed partial record ELULayer(float Alpha) : ActivationLayer
{
    private const float DefaultAlpha = 1f;

    public static LayerSpec Read(IDeclaredArguments arguments) =>
        new ELULayer(arguments.Finite("Alpha", DefaultAlpha, minimum: 0));

    public override string Kind => "ELU";

    public override IEnumerable<LayerArgument> DeclaredArguments => [LayerArgument.Named("Alpha", Alpha, DefaultAlpha)];
}
