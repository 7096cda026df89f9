using DslNet.Generators.Layers.Activations;
using DslNet.Generators.Layers.Add;
using DslNet.Generators.Layers.Concat;
using DslNet.Generators.Layers.Convolution;
using DslNet.Generators.Layers.Dense;
using DslNet.Generators.Layers.Dropout;
using DslNet.Generators.Layers.Flatten;
using DslNet.Generators.Layers.GlobalAvgPool2D;
using DslNet.Generators.Layers.Normalization;
using DslNet.Generators.Layers.Own;
using DslNet.Generators.Layers.Pooling;
using DslNet.Generators.Layers.PReLU;
using DslNet.Generators.Model;

namespace DslNet.Generators.Parsing;

/// <summary>All layers: the attribute's name and what reads its arguments. One line a layer; activations that are a function of one value have their own table.</summary>
internal static class LayerCatalogue
{
    private static readonly Dictionary<string, Func<IFunctionArguments, LayerSpec>> s_layers = new(StringComparer.Ordinal)
    {
        ["Activation"] = OwnActivationLayer.Read,
        ["Add"] = AddLayer.Read,
        ["AvgPool2D"] = AvgPool2DLayer.Read,
        ["Concat"] = ConcatLayer.Read,
        ["Conv1D"] = Conv1DLayer.Read,
        ["Conv2D"] = Conv2DLayer.Read,
        ["Dense"] = DenseLayer.Read,
        ["Dropout"] = DropoutLayer.Read,
        ["Flatten"] = _ => new FlattenLayer(),
        ["GlobalAvgPool2D"] = _ => new GlobalAvgPool2DLayer(),
        ["GroupNorm"] = GroupNormLayer.Read,
        ["InstanceNorm"] = InstanceNormLayer.Read,
        ["LayerNorm"] = LayerNormLayer.Read,
        ["LogSoftmax"] = _ => new SoftmaxLayer(IsLogarithm: true),
        ["MaxPool2D"] = MaxPool2DLayer.Read,
        ["PReLU"] = PReLULayer.Read,
        ["RMSNorm"] = RMSNormLayer.Read,
        ["Softmax"] = _ => new SoftmaxLayer(IsLogarithm: false),
    };

    /// <summary>By the names of the attributes' classes.</summary>
    public static IReadOnlyDictionary<string, Func<IFunctionArguments, LayerSpec>> Readers { get; } =
        s_layers.Concat(Activations.All.Select(activation => new KeyValuePair<string, Func<IFunctionArguments, LayerSpec>>(activation.Kind, activation.Read)))
            .ToDictionary(layer => layer.Key + IdentifierText.AttributeEnding, layer => layer.Value, StringComparer.Ordinal);

    /// <summary>A layer with the defaults of its attribute: for what does not depend on arguments.</summary>
    /// <param name="attribute">The attribute's name.</param>
    public static LayerSpec Default(string attribute) => Readers[attribute](new DefaultArguments());
}
