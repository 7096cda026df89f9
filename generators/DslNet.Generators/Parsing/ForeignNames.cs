using DslNet.Generators.Layers.Activations;
using DslNet.Generators.Layers.Convolution;
using DslNet.Generators.Layers.Dense;
using DslNet.Generators.Layers.Dropout;
using DslNet.Generators.Layers.Losses;

namespace DslNet.Generators.Parsing;

/// <summary>Names that PyTorch, Keras, JAX and others have for what DslNet has too, or has not yet.</summary>
internal static class ForeignNames
{
    private const string
        Dense = "in_features: out_features:0 bias:Bias | units:0 use_bias:Bias",
        Convolution = "in_channels: out_channels:0 kernel_size:1 stride:Stride padding:Padding dilation:Dilation groups:Groups",
        Transposed = "in_channels: out_channels:0 kernel_size:1 stride:Stride padding:Padding output_padding:OutputPadding groups:Groups | bias:Bias dilation:Dilation",
        KerasConvolution = "filters:0 kernel_size:1 strides:Stride padding:Padding dilation_rate:Dilation groups:Groups | use_bias:Bias",
        KerasTransposed = "filters:0 kernel_size:1 strides:Stride padding:Padding | dilation_rate:Dilation",
        KerasDepthwise = "kernel_size:0 strides:Stride padding:Padding depth_multiplier:Multiplier dilation_rate:Dilation",
        Pooling = "kernel_size:0 stride:Stride padding:Padding | ceil_mode:CeilMode",
        Means = "kernel_size:0 stride:Stride padding:Padding ceil_mode:CeilMode count_include_pad:CountIncludePad",
        KerasPooling = "pool_size:0 strides:Stride padding:Padding",
        UnpaddedMeans = "pool_size:0 strides:Stride padding:=VALID,0",
        CountsPadding = "which counts padding in its means unless CountIncludePad = false",
        AdaptivePooling = "output_size:0",
        Normalization = "normalized_shape: eps:Epsilon elementwise_affine:Affine bias:Bias | epsilon:Epsilon scale:Affine",
        NormalizesAll = "which normalizes over all values of a sample, or with PerPosition = true over the channels at each position",
        NoNormalization = "Use [LayerNorm], which normalizes each sample by itself",
        RecurrentHint = "which reads the frames of [Sequence(features)]",
        Recurrent = "input_size: hidden_size:0 bidirectional:Bidirectional | units:0",
        NoSequences = "Read the frames of [Sequence(features)] with [CausalConv1D] or [GRU], or give all steps of a sequence as one [Input]",
        CausalOnly = "Read the frames of [Sequence(features)] with [CausalAttention(heads, context)], which looks back, and give them positions with Rotary = true or [Positions(max)] before it",
        NoLength = "Declare [Input(channels, 1, length)], and write [{0}] with a window of height 1",
        NoShape = "Leave it out: shapes are inferred, [Input] declares the first, and [Flatten] makes a vector of an image";

    /// <summary>Words that another generator may well have an attribute for, on the same class.</summary>
    private static readonly HashSet<string> s_common = new(StringComparer.OrdinalIgnoreCase)
    {
        "View", "Module", "Identity", "Passthrough", "Layer", "Layers", "Merge", "Skip", "Shortcut", "Sum", "Inputs", "Outputs", "Resize",
        "Transpose", "Permute", "Transformer", "Optimizer", "Average", "Maximum", "Minimum", "Dot",
    };

    private static readonly Dictionary<string, ForeignName> s_names = new(StringComparer.OrdinalIgnoreCase);

    static ForeignNames()
    {
        Add(new("Dense", "Dense(outputs)", Dense), "Linear", "LazyLinear", "FullyConnected", "FC", "Affine", "InnerProduct", "Gemm", "DenseLayer", "LinearLayer");
        Add(new("Conv2D", "Conv2D(filters, kernel)", Convolution), "Conv2d", "Conv", "Convolution", "Convolution2d", "LazyConv2d");
        Add(new("Conv2D", "Conv2D(filters, kernel)", KerasConvolution), "Conv2DLayer", "ConvLayer", "Convolution2DLayer");
        Add(new("Conv1D", "Conv1D(filters, kernel)", Convolution), "Conv1d", "Convolution1d", "LazyConv1d");
        Add(new("Conv1D", "Conv1D(filters, kernel)", KerasConvolution), "Conv1DLayer", "Convolution1DLayer");
        Add(new("Conv2D", "Conv2D(filters, kernel, Groups = groups)", null), "GroupedConv2d");
        Add(new("DepthwiseConv1D", "DepthwiseConv1D(kernel)", KerasDepthwise), "DepthwiseConvolution1D", "DepthwiseConv1DLayer");
        Add(new("DepthwiseConv2D", "DepthwiseConv2D(kernel)", KerasDepthwise), "DepthwiseConvolution2D", "DepthwiseConv2DLayer", "DepthwiseConv", "DWConv");
        Add(new("ConvTranspose2D", "ConvTranspose2D(filters, kernel)", Transposed), "ConvTranspose2d", "ConvTranspose", "LazyConvTranspose2d");
        Add(new("ConvTranspose2D", "ConvTranspose2D(filters, kernel)", KerasTransposed), "Conv2DTranspose", "Convolution2DTranspose", "Deconvolution", "Deconvolution2D", "Deconv2D");
        Add(new("CausalConv1D", "CausalConv1D(filters, kernel)", "in_channels: out_channels:0 kernel_size:1 dilation:Dilation bias:Bias | filters:0 kernel_size:1 dilation_rate:Dilation use_bias:Bias", "which reads the frames of [Sequence(features)]"), "CausalConv1D", "CausalConv1d", "CausalConvolution1D");
        Add(new("LSTM", "LSTM(hidden)", Recurrent, RecurrentHint), "LSTM", "LSTMCell", "LSTMLayer");
        Add(new("GRU", "GRU(hidden)", Recurrent, RecurrentHint), "GRU", "GRUCell", "GRULayer");
        Add(new("RNN", "RNN(hidden)", Recurrent, RecurrentHint), "RNN", "RNNCell", "SimpleRNN", "SimpleRNNCell", "ElmanRNN");
        Add(new("CausalAttention", "CausalAttention(heads, context)", "embed_dim: num_heads:0 bias:Bias batch_first: | key_dim: use_bias:Bias", "which looks at the frames up to the current one"), "CausalAttention", "CausalSelfAttention", "MultiHeadAttention", "MultiheadAttention", "CausalMultiHeadAttention");
        Add(new("Positions", "Positions(max)", "num_embeddings:0 embedding_dim: | sequence_length:0 initializer:", "which adds what it learns"), "Positions", "PositionEmbedding", "PositionalEmbedding", "LearnedPositionalEmbedding");
        Add(new("TokenSequence", "TokenSequence(vocabulary)", null), "TokenSequence");
        Add(new("Delay", "Delay(frames)", null), "Delay", "TimeDelay");
        Add(new("Context", "Context(values)", null), "Context");
        Add(new("LastFrame", "LastFrame", "", "which makes one value of all frames"), "LastFrame", "LastTimeStep", "LastStep", "SequenceLast");
        Add(new("MeanOverTime", "MeanOverTime", "", "which makes one value of all frames"), "MeanOverTime", "TemporalMean", "TemporalAveragePooling");
        Add(new("MaxOverTime", "MaxOverTime", "", "which makes one value of all frames"), "MaxOverTime", "TemporalMax", "TemporalMaxPooling");
        Add(new("ConvTranspose1D", "ConvTranspose1D(filters, kernel)", Transposed), "ConvTranspose1d", "LazyConvTranspose1d");
        Add(new("ConvTranspose1D", "ConvTranspose1D(filters, kernel)", KerasTransposed), "Conv1DTranspose", "Convolution1DTranspose", "Deconv1D");
        Add(new("MaxPool2D", "MaxPool2D(kernel)", Pooling), "MaxPool2d", "MaxPool", "MaxPooling");
        Add(new("MaxPool2D", "MaxPool2D(kernel)", KerasPooling), "MaxPooling2D");
        Add(new("AvgPool2D", "AvgPool2D(kernel)", Means, null, CountsPadding), "AvgPool2d", "AvgPool", "AvgPooling", "MeanPool", "MeanPool2d");
        Add(new("AvgPool2D", "AvgPool2D(kernel)", UnpaddedMeans, null, CountsPadding), "AveragePooling2D", "AveragePooling", "AveragePool2D", "AveragePool");
        Add(new("MaxPool1D", "MaxPool1D(kernel)", Pooling), "MaxPool1d");
        Add(new("MaxPool1D", "MaxPool1D(kernel)", KerasPooling), "MaxPooling1D");
        Add(new("AvgPool1D", "AvgPool1D(kernel)", Means, null, CountsPadding), "AvgPool1d", "MeanPool1d");
        Add(new("AvgPool1D", "AvgPool1D(kernel)", UnpaddedMeans, null, CountsPadding), "AveragePooling1D", "AveragePool1D");
        Add(new("AdaptiveAvgPool1D", "AdaptiveAvgPool1D(length)", AdaptivePooling), "AdaptiveAvgPool1d", "AdaptiveAveragePooling1D");
        Add(new("AdaptiveAvgPool2D", "AdaptiveAvgPool2D(height, width)", AdaptivePooling), "AdaptiveAvgPool2d", "AdaptiveAveragePooling2D");
        Add(new("AdaptiveAvgPool2D", "AdaptiveAvgPool2D(height, width)", null, ""), "AdaptiveAvgPool");
        Add(new("GlobalAvgPool", "GlobalAvgPool"),
            "GlobalAvgPool2D", "GlobalAvgPool1D", "GlobalAveragePooling2D", "GlobalAveragePooling1D", "GlobalAveragePooling", "GlobalAveragePool", "GlobalAvgPool", "GlobalAveragePool2D");
        Add(new("GlobalMaxPool", "GlobalMaxPool"), "GlobalMaxPool2D", "GlobalMaxPool1D", "GlobalMaxPooling2D", "GlobalMaxPooling1D", "GlobalMaxPooling", "GlobalMaxPool");
        Add(new("GlobalMaxPool", "GlobalMaxPool", null, ""), "AdaptiveMaxPool2d", "AdaptiveMaxPool1d", "AdaptiveMaxPool");
        Add(new("Upsample", "Upsample(scale, Mode = UpsampleMode.Bilinear)", "scale_factor:0"), "Upsample");
        Add(new("Upsample", "Upsample(scale)", "size:0 interpolation:=NEAREST"), "UpSampling2D", "UpSampling1D");
        Add(new("Upsample", "Upsample(scale)", "scale_factor:0"), "UpsamplingNearest2d");
        // PyTorch's bilinear one aligns corners.
        Add(new("Upsample", "Upsample(scale, Mode = UpsampleMode.Bilinear)", null, ""), "UpsamplingBilinear2d", "Resize", "Interpolate");
        Add(new("Pad", "Pad(all)", "padding:0"), "Pad", "ZeroPad1d", "ZeroPad2d", "ZeroPadding2D", "ZeroPadding1D");
        Add(new("Pad", "Pad(all, Mode = PadMode.Reflect)", null), "ReflectionPad1d", "ReflectionPad2d");
        Add(new("Pad", "Pad(all, Mode = PadMode.Replicate)", null), "ReplicationPad1d", "ReplicationPad2d");
        Add(new("Pad", "Pad(all)", null, ""), "ConstantPad1d", "ConstantPad2d");
        Add(new("ReLU", "ReLU"), "ReLU", "Rectifier", "ReLULayer");
        Add(new("ReLU6", "ReLU6"), "ReLU6");
        Add(new("LeakyReLU", "LeakyReLU(NegativeSlope = slope)", "negative_slope:NegativeSlope alpha:NegativeSlope"), "LeakyReLU", "Leaky_ReLU", "LReLU");
        Add(new("LeakyReLU", "LeakyReLU", null, ""), "RReLU");
        Add(new("PReLU", "PReLU", "num_parameters:=1 init:InitialValue", null, "which with PerChannel = true has as many slopes as there are channels"), "PReLU", "Parametric_ReLU", "ParametricReLU");
        Add(new("ELU", "ELU", "alpha:Alpha"), "ELU", "ELULayer");
        Add(new("SELU", "SELU"), "SELU");
        Add(new("CELU", "CELU", "alpha:Alpha"), "CELU");
        Add(new("GELU", "GELU", "approximate:Approximate"), "GELU");
        Add(new("SiLU", "SiLU"), "SiLU", "Swish");
        Add(new("Mish", "Mish"), "Mish");
        Add(new("HardSwish", "HardSwish"), "HardSwish", "Hard_Swish", "HardSiLU", "Hard_SiLU", "HSwish");
        Add(new("Sigmoid", "Sigmoid"), "Sigmoid", "Logistic");
        Add(new("HardSigmoid", "HardSigmoid"), "HardSigmoid", "Hard_Sigmoid", "HSigmoid");
        Add(new("LogSigmoid", "LogSigmoid"), "LogSigmoid", "Log_Sigmoid");
        Add(new("Tanh", "Tanh"), "Tanh", "HyperbolicTangent");
        Add(new("Tanh", "Tanh", null, ""), "Tanhshrink");
        Add(new("HardTanh", "HardTanh", "min_val:MinValue max_val:MaxValue"), "HardTanh", "Hard_Tanh");
        Add(new("Softsign", "Softsign"), "Softsign", "Soft_Sign");
        Add(new("Softshrink", "Softshrink", "lambd:Lambda | threshold:Lambda"), "Softshrink", "Soft_Shrink");
        Add(new("HardShrink", "HardShrink", "lambd:Lambda | threshold:Lambda"), "HardShrink", "Hard_Shrink");
        Add(new("Threshold", "Threshold(threshold, value)", "threshold:0 value:1 | default_value:1"), "Threshold");
        Add(new("Threshold", "Threshold(theta, 0)", null), "ThresholdedReLU");
        Add(new("Softplus", "Softplus"), "Softplus");
        Add(new("Softmax", "Softmax", "dim:=1 axis:=-1", null, "which normalizes over features or channels"), "Softmax", "Softmax2d", "SoftmaxLayer");
        Add(new("LogSoftmax", "LogSoftmax", "dim:=1 axis:=-1", null, "which normalizes over features or channels"), "LogSoftmax", "Log_Softmax");
        Add(new("LayerNorm", "LayerNorm", Normalization + " center:Bias", NormalizesAll), "LayerNorm", "LayerNormalization", "Layer_Norm", "LN");
        Add(new("RMSNorm", "RMSNorm", Normalization, NormalizesAll), "RMSNorm", "RMSNormalization", "RootMeanSquareNorm");
        Add(new("BatchNorm", "BatchNorm", "num_features: eps:Epsilon momentum:Momentum"), "BatchNorm", "BatchNorm1d", "BatchNorm2d", "LazyBatchNorm1d", "LazyBatchNorm2d", "Batch_Norm", "BN");
        Add(new("BatchNorm", "BatchNorm", "axis:=1,3,-1 momentum:~Momentum epsilon:Epsilon", "whose Momentum is the share of a step: 0.01 where Keras has 0.99"), "BatchNormalization");
        Add(new("GroupNorm", "GroupNorm(groups)", "num_groups:0 num_channels: eps:Epsilon affine:Affine | groups:0 epsilon:Epsilon"), "GroupNorm", "GroupNormalization");
        Add(new("InstanceNorm", "InstanceNorm", "num_features: eps:Epsilon | affine:Affine epsilon:Epsilon"), "InstanceNorm", "InstanceNorm1d", "InstanceNorm2d", "InstanceNormalization");
        Add(new("Dropout", "Dropout(probability)", "p:0 rate:0"), "Dropout", "DropoutLayer");
        Add(new("Dropout", "Dropout(probability)", null, ""), "Dropout1d", "Dropout2d", "Dropout3d", "SpatialDropout2D", "AlphaDropout", "GaussianDropout", "GaussianNoise");
        Add(new("Flatten", "Flatten", null), "Flatten", "FlattenLayer", "Ravel");
        Add(new("Reshape", "Reshape(channels, height, width)", null), "Reshape", "View", "Unflatten", "ReshapeLayer");
        Add(new("Slice", "Slice(start, length)", null), "Slice", "Narrow", "Split", "Chunk", "Crop");
        Add(new("Add", "Add(\"the other layer's name\")", null), "Sum", "Skip", "SkipConnection", "Shortcut", "AddLayer");
        Add(new("Multiply", "Multiply(\"the other layer's name\")", null), "Multiply", "Mul", "Product", "HadamardProduct");
        Add(new("Subtract", "Subtract(\"the other layer's name\")", null), "Subtract", "Sub", "Difference");
        Add(new("Concat", "Concat(\"the other layer's name\")", null), "Concatenate", "Cat", "Concatenation", "Merge");
        Add(new("Embedding", "Embedding(features)", "num_embeddings: embedding_dim:0 padding_idx:PaddingIndex | input_dim: output_dim:0", "whose vocabulary [Tokens(vocabulary)] declares"), "Embedding", "EmbeddingLayer", "TokenEmbedding");
        Add(new("Tokens", "Tokens(vocabulary)", null), "Tokens", "TokenInput", "CategoricalInput");
        Add(new("Input", "Input(features)", null), "InputLayer", "InputShape", "Inputs");
        Add(new("Output", "Output(features)", null), "OutputLayer", "OutputShape", "Outputs");

        Add(new("MeanSquaredError", "MeanSquaredError"), "MSE", "MSELoss", "MeanSquaredErrorLoss", "SquaredError", "MeanSquare", "MeanSquareError");
        // Half of it in TensorFlow, MXNet and Optax.
        Add(new("MeanSquaredError", "MeanSquaredError", null, ""), "L2", "L2Loss");
        Add(new("MeanAbsoluteError", "MeanAbsoluteError"), "MAE", "MAELoss", "L1", "L1Loss", "MeanAbsoluteErrorLoss", "AbsoluteError");
        Add(new("Huber", "Huber(Delta = delta)", "delta:Delta"), "HuberLoss");
        Add(new("SmoothL1", "SmoothL1(Beta = beta)", "beta:Beta"), "SmoothL1Loss", "SmoothL1", "Smooth_L1");
        Add(new("Huber", "Huber", null, ""), "LogCosh");
        Add(new("KLDivergence", "KLDivergence", "", "of logarithms, as a mean over the batch"), "KLDivergence", "KLDivLoss", "KLDiv", "KLD", "KullbackLeiblerDivergence");
        Add(new("Poisson", "Poisson", "", "of the logarithm of the expectation"), "Poisson", "PoissonNLLLoss", "PoissonLoss");
        Add(new("CosineEmbedding", "CosineEmbedding", "", "which is 1 less the cosine"), "CosineEmbedding", "CosineEmbeddingLoss", "CosineDistance");
        Add(new("CosineEmbedding", "CosineEmbedding", null, ""), "CosineSimilarity", "CosineProximity");
        Add(new("Hinge", "Hinge", "", "which takes 1 and -1"), "Hinge", "HingeLoss");
        Add(new("SoftmaxCrossEntropy", "SoftmaxCrossEntropy", "", "which applies the softmax itself"),
            "CrossEntropy", "CrossEntropyLoss", "CategoricalCrossEntropy", "SparseCategoricalCrossEntropy", "SoftmaxCrossEntropyLoss",
            "SoftmaxCrossEntropyWithLogits", "NLL", "NLLLoss", "NegativeLogLikelihood");
        Add(new("BinaryCrossEntropy", "BinaryCrossEntropy", "", "which applies the sigmoid itself"),
            "BCE", "BCELoss", "BCEWithLogits", "BCEWithLogitsLoss", "BinaryCrossEntropyLoss", "BinaryCrossEntropyWithLogits", "SigmoidCrossEntropy",
            "SigmoidBinaryCrossEntropy", "LogLoss");

        Add(new(null, NoNormalization, null),
            "BatchNorm3d", "LocalResponseNorm", "Normalization");
        Add(new(null, "Write [LSTM(hidden, Bidirectional = true)], or the same of [GRU] or [RNN]", null), "Bidirectional", "BiLSTM", "BiGRU");
        Add(new(null, NoSequences, null),
            "ConvLSTM2D", "TimeDistributed");
        Add(new(null, CausalOnly, null), "Attention", "SelfAttention", "Transformer", "TransformerEncoder", "TransformerEncoderLayer", "TransformerDecoderLayer", "PositionalEncoding");
        Add(new(null, "Declare [Tokens(vocabulary)], and behind it [Embedding(features)], which learns a vector for each", null), "OneHot", "CategoryEncoding");
        Add(new(null, "Write [Embedding(features)] behind [Tokens(vocabulary, Length = …)], and [GlobalAvgPool] behind that", null), "EmbeddingBag");
        Add(new(null, "Use [Upsample] or [ConvTranspose2D], which make an image larger too", null), "PixelShuffle", "SubPixel");
        Add(new(null, "Write [DepthwiseConv2D(kernel)] and behind it [Conv2D(filters, 1)]", null), "SeparableConv2D", "SeparableConvolution2D");
        Add(new(null, "Write [DepthwiseConv1D(kernel)] and behind it [Conv1D(filters, 1)]", null), "SeparableConv1D", "SeparableConvolution1D");
        Add(new(null, "Use [Conv2D], whose filters are the same everywhere", null), "LocallyConnected2D");
        Add(new(null, "Use the layers for images, [Conv2D] and [MaxPool2D], with the third axis as channels", null), "Conv3d", "MaxPool3d", "MaxPooling3D", "AvgPool3d", "AveragePooling3D");
        Add(new(null, NoShape, null), "Permute", "Squeeze", "Unsqueeze", "Transpose");
        Add(new(null, "Leave it out: it changes nothing", null), "Identity", "Passthrough");
        Add(new(null, "Write the activation itself, such as [ReLU], or [Activation(nameof(F))] with a static method of your own", null), "Activation", "ActivationLayer", "NonLinearity", "Lambda");
        Add(new(null, "Write the layers themselves, one attribute after the other", null), "Sequential", "Layer", "Layers", "Module", "ModuleList");
        Add(new(null, "Join the layers with [Add] or [Concat] instead", null), "Average", "Maximum", "Minimum", "Dot");
        Add(new(null, "Use [MeanSquaredError], [MeanAbsoluteError], [Huber], [BinaryCrossEntropy] or [SoftmaxCrossEntropy], or [Loss(nameof(F))] with a static method of your own", null),
            "Loss", "SquaredHinge", "CategoricalHinge", "HingeEmbeddingLoss", "CTCLoss", "TripletMarginLoss",
            "MultiMarginLoss", "GaussianNLLLoss", "FocalLoss", "DiceLoss");
        Add(new(null, "Give it to Fit: new FitOptions { Optimizer = new Adam(1e-3f) }", null), "Optimizer", "Adam", "AdamW", "SGD", "RMSProp");
    }

    /// <summary>What is known of a name; null if nothing is. Case does not count.</summary>
    public static ForeignName? Find(string name) => s_names.TryGetValue(name, out ForeignName? known) ? known : null;

    /// <summary>What other libraries call an attribute of DslNet, each with their arguments.</summary>
    public static IEnumerable<ForeignName> Meaning(string attribute) =>
        s_names.Values.Where(known => known.Meant == attribute && known is { Parameters.Length: > 0, Difference: not "" }).Distinct();

    /// <summary>Whether a name has a meaning elsewhere too, so that there may be such an attribute that this generator cannot see.</summary>
    public static bool IsCommonWord(string name) => s_common.Contains(name);

    private static void Add(ForeignName known, params string[] names)
    {
        foreach (string name in names)
        {
            // PyTorch's and Keras' names may differ in case only, and come first to last.
            if (!s_names.ContainsKey(name))
                s_names.Add(name, known);
        }
    }
}
