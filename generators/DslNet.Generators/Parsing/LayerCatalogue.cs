using DslNet.Generators.Layers.Activations;
using DslNet.Generators.Layers.Attention;
using DslNet.Generators.Layers.BatchNorm;
using DslNet.Generators.Layers.Concat;
using DslNet.Generators.Layers.Convolution;
using DslNet.Generators.Layers.Convolution.Transposed;
using DslNet.Generators.Layers.Dense;
using DslNet.Generators.Layers.Dropout;
using DslNet.Generators.Layers.Embedding;
using DslNet.Generators.Layers.Frames;
using DslNet.Generators.Layers.GlobalPooling;
using DslNet.Generators.Layers.Joins;
using DslNet.Generators.Layers.Normalization;
using DslNet.Generators.Layers.Own;
using DslNet.Generators.Layers.Pad;
using DslNet.Generators.Layers.Pooling;
using DslNet.Generators.Layers.Positions;
using DslNet.Generators.Layers.PReLU;
using DslNet.Generators.Layers.Recurrent;
using DslNet.Generators.Layers.Resampling;
using DslNet.Generators.Layers.Reshape;
using DslNet.Generators.Layers.Slice;
using DslNet.Generators.Model;

namespace DslNet.Generators.Parsing;

/// <summary>All layers: the attribute's name and what reads its arguments. One line a layer; what is computed value by value has tables of its own: <see cref="Activations"/> and <see cref="ElementwiseJoins"/>.</summary>
internal static class LayerCatalogue
{
    private static readonly Dictionary<string, Func<IFunctionArguments, LayerSpec>> s_layers = new(StringComparer.Ordinal)
    {
        ["Activation"] = OwnActivationLayer.Read,
        ["AdaptiveAvgPool1D"] = AdaptiveAvgPoolLayer.Reader(axes: 1),
        ["AdaptiveAvgPool2D"] = AdaptiveAvgPoolLayer.Reader(axes: 2),
        ["AvgPool1D"] = AvgPoolLayer.Reader(axes: 1),
        ["AvgPool2D"] = AvgPoolLayer.Reader(axes: 2),
        ["BatchNorm"] = BatchNormLayer.Read,
        ["CausalAttention"] = CausalAttentionLayer.Read,
        ["CausalConv1D"] = CausalConvLayer.Read,
        ["Concat"] = ConcatLayer.Read,
        ["Context"] = ContextLayer.Read,
        ["Conv1D"] = Conv1DLayer.Read,
        ["Conv2D"] = Conv2DLayer.Read,
        ["ConvTranspose1D"] = ConvTransposeLayer.Reader(axes: 1),
        ["ConvTranspose2D"] = ConvTransposeLayer.Reader(axes: 2),
        ["Dense"] = DenseLayer.Read,
        ["Delay"] = DelayLayer.Read,
        ["DepthwiseConv1D"] = DepthwiseConv1DLayer.Read,
        ["DepthwiseConv2D"] = DepthwiseConv2DLayer.Read,
        ["Dropout"] = DropoutLayer.Read,
        ["Embedding"] = EmbeddingLayer.Read,
        ["Flatten"] = _ => new FlattenLayer(),
        ["GlobalAvgPool"] = _ => new GlobalAvgPoolLayer(),
        ["GlobalMaxPool"] = _ => new GlobalMaxPoolLayer(),
        ["GRU"] = GRULayer.Read,
        ["GroupNorm"] = GroupNormLayer.Read,
        ["InstanceNorm"] = InstanceNormLayer.Read,
        ["LSTM"] = LSTMLayer.Read,
        ["LayerNorm"] = LayerNormLayer.Read,
        ["LastFrame"] = LastFrameLayer.Read,
        ["LogSoftmax"] = _ => new SoftmaxLayer(IsLogarithm: true),
        ["MaxPool1D"] = MaxPoolLayer.Reader(axes: 1),
        ["MaxOverTime"] = MaxOverTimeLayer.Read,
        ["MaxPool2D"] = MaxPoolLayer.Reader(axes: 2),
        ["MeanOverTime"] = MeanOverTimeLayer.Read,
        ["Pad"] = PadLayer.Read,
        ["PReLU"] = PReLULayer.Read,
        ["Positions"] = PositionsLayer.Read,
        ["RNN"] = RNNLayer.Read,
        ["RMSNorm"] = RMSNormLayer.Read,
        ["Reshape"] = ReshapeLayer.Read,
        ["Slice"] = SliceLayer.Read,
        ["Softmax"] = _ => new SoftmaxLayer(IsLogarithm: false),
        ["Upsample"] = UpsampleLayer.Read,
    };

    /// <summary>By the names of the attributes' classes.</summary>
    public static IReadOnlyDictionary<string, Func<IFunctionArguments, LayerSpec>> Readers { get; } =
        s_layers.Concat(Activations.All.Select(activation => new KeyValuePair<string, Func<IFunctionArguments, LayerSpec>>(activation.Kind, activation.Read)))
            .Concat(ElementwiseJoins.All.Select(join => new KeyValuePair<string, Func<IFunctionArguments, LayerSpec>>(join.Kind, join.Read)))
            .ToDictionary(layer => layer.Key + IdentifierText.AttributeEnding, layer => layer.Value, StringComparer.Ordinal);

    /// <summary>A layer with the defaults of its attribute: for what does not depend on arguments.</summary>
    /// <param name="attribute">The attribute's name.</param>
    public static LayerSpec Default(string attribute) => Readers[attribute](new DefaultArguments());
}
