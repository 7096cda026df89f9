using DslNet.Generators.Layers.Activations;
using DslNet.Generators.Layers.Add;
using DslNet.Generators.Layers.Concat;
using DslNet.Generators.Layers.Convolution;
using DslNet.Generators.Layers.Dense;
using DslNet.Generators.Layers.Dropout;
using DslNet.Generators.Layers.Flatten;
using DslNet.Generators.Layers.GlobalAvgPool2D;
using DslNet.Generators.Layers.Pooling;
using DslNet.Generators.Model;

namespace DslNet.Generators.Parsing;

/// <summary>All layers: the attribute's name and what reads its arguments. One line a layer.</summary>
internal static class LayerCatalogue
{
    public static IReadOnlyDictionary<string, Func<IDeclaredArguments, LayerSpec>> Readers { get; } =
        new Dictionary<string, Func<IDeclaredArguments, LayerSpec>>(StringComparer.Ordinal)
        {
            ["AddAttribute"] = AddLayer.Read,
            ["AvgPool2DAttribute"] = AvgPool2DLayer.Read,
            ["ConcatAttribute"] = ConcatLayer.Read,
            ["Conv2DAttribute"] = Conv2DLayer.Read,
            ["DenseAttribute"] = DenseLayer.Read,
            ["DropoutAttribute"] = DropoutLayer.Read,
            ["ELUAttribute"] = Activations.Get("ELU").Read,
            ["FlattenAttribute"] = _ => new FlattenLayer(),
            ["GELUAttribute"] = Activations.Get("GELU").Read,
            ["GlobalAvgPool2DAttribute"] = _ => new GlobalAvgPool2DLayer(),
            ["LeakyReLUAttribute"] = Activations.Get("LeakyReLU").Read,
            ["MaxPool2DAttribute"] = MaxPool2DLayer.Read,
            ["ReLUAttribute"] = Activations.Get("ReLU").Read,
            ["SigmoidAttribute"] = Activations.Get("Sigmoid").Read,
            ["SiLUAttribute"] = Activations.Get("SiLU").Read,
            ["SoftmaxAttribute"] = _ => new SoftmaxLayer(),
            ["SoftplusAttribute"] = Activations.Get("Softplus").Read,
            ["TanhAttribute"] = Activations.Get("Tanh").Read,
        };
}
