using DslNet.Generators.Expressions;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Activations;

/// <summary>A line of the table of activations.</summary>
/// <param name="Kind">The attribute's name.</param>
/// <param name="Value">What it computes of <see cref="Elementwise.X"/>, given its parameters.</param>
/// <param name="Parameters">The attribute's arguments.</param>
/// <param name="IsRectifier">See <see cref="Elementwise.IsRectifier"/>.</param>
/// <param name="FusesInOneSample">See <see cref="Elementwise.FusesInOneSample"/>; null to do so where the derivative is a function of the output.</param>
internal sealed record Activation(
    string Kind, Func<EquatableArray<float>, Expr> Value, IReadOnlyList<ScalarParameter> Parameters, bool IsRectifier = false, bool? FusesInOneSample = null)
{
    public LayerSpec Read(IDeclaredArguments arguments) =>
        new ActivationLayer(Kind, Parameters.Select(parameter => parameter.Read(arguments)).ToEquatableArray());

    /// <summary>The function that it is with some arguments.</summary>
    public Elementwise Of(EquatableArray<float> arguments) => Elementwise.Of(Kind, Value(arguments), IsRectifier, FusesInOneSample);

    /// <summary>The attribute's arguments with their values.</summary>
    public IEnumerable<LayerArgument> Declared(EquatableArray<float> arguments) => ScalarParameter.Declared(Parameters, arguments);
}
