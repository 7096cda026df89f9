using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Losses;

/// <summary>The mean of a parabola that becomes a line.</summary>
/// <param name="Delta">Where it does.</param>
internal sealed partial record HuberLoss(float Delta) : LossSpec
{
    public static LossSpec Read(IDeclaredArguments arguments, int value) =>
        new HuberLoss(arguments.Finite("Delta", otherwise: 1, minimum: 0, exclusive: true)) { Value = value };

    public override string Kind => "Huber";
}
