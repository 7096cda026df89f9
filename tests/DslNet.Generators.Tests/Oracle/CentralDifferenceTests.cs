using DslNet.Generators.Tests.Oracle.Layers;
using DslNet.Generators.Tests.Oracle.Losses;

namespace DslNet.Generators.Tests.Oracle;

/// <summary>The oracle's gradients against central differences of its own loss, in double precision.</summary>
public sealed class CentralDifferenceTests
{
    private const double Step = 1e-5;

    // Nothing in these networks moves a number by so much when one input or parameter moves by a step.
    private const double Margin = 1e-3;

    private static readonly Dictionary<string, Func<OracleNetwork>> s_networks = new()
    {
        ["Dense"] = () => Of(Extent.Vector(4), new Dense(3)),
        ["Dense without bias"] = () => Of(Extent.Vector(4), new Dense(3, bias: false)),
        ["Conv1D"] = () => Of(Extent.Signal(2, 7), new Conv1D(3, 3)),
        ["Conv1D with stride and padding"] = () => Of(Extent.Signal(3, 8), new Conv1D(2, 4, stride: 3, padding: 2, bias: false)),
        ["Conv1D of the same size"] = () => Of(Extent.Signal(2, 7), new Conv1D(2, 4, stride: 2, padding: WindowRange.Same)),
        ["Conv1D, dilated"] = () => Of(Extent.Signal(2, 9), new Conv1D(2, 3, stride: 2, padding: 3, dilation: 3)),
        ["Conv2D, dilated"] = () => Of(Extent.Image(2, 5, 6), new Conv2D(2, 2, 3, padding: WindowRange.Same, dilation: 2)),
        ["Conv1D in groups"] = () => Of(Extent.Signal(4, 5), new Conv1D(6, 3, groups: 2)),
        ["Conv2D in groups"] = () => Of(Extent.Image(6, 3, 4), new Conv2D(3, 2, 3, padding: 1, groups: 3)),
        ["DepthwiseConv1D"] = () => Of(Extent.Signal(3, 6), new DepthwiseConv1D(3, multiplier: 2, stride: 2, padding: 1)),
        ["DepthwiseConv2D"] = () => Of(Extent.Image(3, 4, 4), new DepthwiseConv2D(2, 3, padding: 1)),
        ["Conv2D"] = () => Of(Extent.Image(2, 5, 4), new Conv2D(3, 3, 2)),
        ["Conv2D with stride and padding"] = () => Of(Extent.Image(2, 5, 7), new Conv2D(2, 3, 2, stride: 2, padding: 1, bias: false)),
        ["Conv2D of the same size"] = () => Of(Extent.Image(1, 4, 5), new Conv2D(2, 2, 3, stride: 2, padding: WindowRange.Same)),
        ["MaxPool2D"] = () => Of(Extent.Image(2, 5, 5), new MaxPool2D(3, 2, stride: 1, padding: 1)),
        ["AvgPool2D"] = () => Of(Extent.Image(2, 5, 5), new AvgPool2D(3, 2, stride: 2, padding: 1)),
        ["AvgPool2D of the same size"] = () => Of(Extent.Image(2, 4, 5), new AvgPool2D(2, 3, padding: WindowRange.Same)),
        ["MaxPool2D rounded up"] = () => Of(Extent.Image(2, 4, 5), new MaxPool2D(3, 2, stride: 2, ceil: true)),
        ["AvgPool2D rounded up"] = () => Of(Extent.Image(2, 4, 5), new AvgPool2D(3, 2, stride: 2, padding: 1, ceil: true)),
        ["AvgPool2D without padding"] = () => Of(Extent.Image(2, 4, 5), new AvgPool2D(3, 2, stride: 2, padding: 1, ceil: true, countIncludePad: false)),
        ["MaxPool1D"] = () => Of(Extent.Signal(2, 7), new MaxPool1D(3, stride: 2, padding: 1)),
        ["AvgPool1D"] = () => Of(Extent.Signal(2, 7), new AvgPool1D(3, stride: 2, padding: 1, ceil: true)),
        ["AdaptiveAvgPool1D"] = () => Of(Extent.Signal(2, 7), new AdaptiveAvgPool(3)),
        ["AdaptiveAvgPool2D"] = () => Of(Extent.Image(2, 5, 3), new AdaptiveAvgPool(3, 2)),
        ["GlobalMaxPool"] = () => Of(Extent.Image(3, 2, 4), new GlobalMaxPool()),
        ["GlobalAvgPool of a signal"] = () => Of(Extent.Signal(3, 4), new GlobalAvgPool()),
        ["GlobalAvgPool"] = () => Of(Extent.Image(3, 2, 4), new GlobalAvgPool()),
        ["ConvTranspose1D"] = () => Of(Extent.Signal(2, 3), new ConvTranspose(3, [3], stride: 2, padding: 1, outputPadding: 1)),
        ["ConvTranspose2D"] = () => Of(Extent.Image(2, 2, 3), new ConvTranspose(2, [3, 2], stride: 2)),
        ["ConvTranspose2D in groups"] = () => Of(Extent.Image(4, 2, 3), new ConvTranspose(6, [3, 2], stride: 2, dilation: 2, groups: 2)),
        ["ConvTranspose2D, of the same size"] = () => Of(Extent.Image(1, 2, 2), new ConvTranspose(2, [3, 3], stride: 2, padding: WindowRange.Same, bias: false)),
        ["Upsample"] = () => Of(Extent.Image(2, 2, 3), new Upsample(2, 3)),
        ["Upsample, bilinear"] = () => Of(Extent.Image(2, 2, 3), new Upsample(2, 3, bilinear: true)),
        ["Upsample of a signal, bilinear"] = () => Of(Extent.Signal(2, 3), new Upsample(4, bilinear: true)),
        ["Pad"] = () => Of(Extent.Image(2, 2, 3), new Pad(1, 2, 0, 1)),
        ["Pad, reflected"] = () => Of(Extent.Image(2, 3, 3), new Pad(1, 2, 0, 2, "Reflect")),
        ["Pad of a signal, replicated"] = () => Of(Extent.Signal(2, 3), new Pad(0, 0, 2, 1, "Replicate")),
        ["Embedding"] = () => Of(Extent.Tokens(1, 3), new Embedding(4), new Dense(2)),
        ["Embedding of several tokens"] = () => Of(Extent.Tokens(4, 3), new Embedding(2), Activation.Tanh(), new Flatten(), new Dense(2)),
        ["CausalConv1D"] = () => Of(Extent.Frames(2), new CausalConv1D(3, 2), Activation.Tanh(), new CausalConv1D(2, 2, dilation: 2, bias: false)),
        ["LSTM"] = () => Of(Extent.Frames(2), new LSTM(3), new Dense(2)),
        ["Positions"] = () => Of(Extent.Frames(2), new Dense(3), new Positions(4), Activation.Tanh(), new Dense(2)),
        ["TokenSequence"] = () => Of(Extent.TokenFrames(3), new Embedding(2), new Positions(3), new CausalConv1D(2, 2)),
        ["CausalAttention"] = () => Of(Extent.Frames(4), new CausalAttention(2, 2), new Dense(2)),
        ["CausalAttention without bias"] = () => Of(Extent.Frames(3), new CausalAttention(1, 5, bias: false), new Dense(2)),
        ["CausalAttention, rotary"] = () => Of(Extent.Frames(4), new CausalAttention(1, 3, rotary: true), new Dense(2)),
        ["GRU"] = () => Of(Extent.Frames(2), new GRU(3), new Dense(2)),
        ["GRU, reset before"] = () => Of(Extent.Frames(2), new ResetBeforeGRU(3), new Dense(2)),
        ["RNN"] = () => Of(Extent.Frames(2), new RNN(3), new Dense(2)),
        ["LSTM, both directions"] = () => Of(Extent.Frames(2), new Bidirectional(() => new LSTM(3)), new Dense(2)),
        ["GRU, both directions"] = () => Of(Extent.Frames(2), new Dense(3), Activation.Tanh(), new Bidirectional(() => new GRU(2))),
        ["LastFrame"] = () => Of(Extent.Frames(2), new GRU(3), new LastFrame(), new Dense(2)),
        ["MeanOverTime"] = () => Of(Extent.Frames(2), new Dense(3), Activation.Tanh(), new MeanOverTime(), Activation.Tanh(), new Dense(2)),
        ["MaxOverTime"] = () => Of(Extent.Frames(2), new RNN(3), new MaxOverTime(), new Dense(2)),
        ["Delay"] = () => Of(Extent.Frames(2), new Dense(3), Activation.Tanh(), new Delay(1), new Add { Inputs = [3, 2] }),
        ["Context"] = () => Of(Extent.Frames(2), new Context(3), Activation.Tanh(), new Dense(2)),
        ["Context of one frame"] = () => Of(Extent.Frames(4), new Context(3), new Dense(2)),
        ["Flatten and Dropout"] = () => Of(Extent.Image(2, 3, 2), new Flatten(), new Dropout(0.5), new Dense(2)),
        ["Softmax of an image"] = () => Of(Extent.Image(3, 2, 2), new Softmax()),
        ["LogSoftmax of an image"] = () => Of(Extent.Image(3, 2, 2), new LogSoftmax()),
        ["PReLU of an image"] = () => Of(Extent.Image(2, 2, 3), new PReLU()),
        ["PReLU of an image per channel"] = () => Of(Extent.Image(3, 2, 2), new PReLU(perChannel: true)),
        ["LayerNorm"] = () => Of(Extent.Vector(5), new LayerNorm(), new Dense(2)),
        ["LayerNorm of an image"] = () => Of(Extent.Image(2, 2, 3), new LayerNorm(epsilon: 0.1f)),
        ["LayerNorm per position"] = () => Of(Extent.Image(4, 1, 2), new LayerNorm(bias: false, perPosition: true)),
        ["LayerNorm without weights"] = () => Of(Extent.Vector(3), new LayerNorm(affine: false)),
        ["LayerNorm of a signal"] = () => Of(Extent.Signal(2, 3), new LayerNorm(epsilon: 0.1f)),
        ["GroupNorm"] = () => Of(Extent.Image(4, 1, 2), new GroupNorm(2)),
        ["GroupNorm of a vector"] = () => Of(Extent.Vector(6), new GroupNorm(2), new Dense(2)),
        ["InstanceNorm"] = () => Of(Extent.Image(2, 2, 2), new InstanceNorm(affine: true)),
        ["InstanceNorm without weights"] = () => Of(Extent.Image(2, 1, 3), new InstanceNorm(epsilon: 0.1f)),
        ["RMSNorm"] = () => Of(Extent.Vector(5), new RMSNorm(), new Dense(2)),
        ["RMSNorm of an image"] = () => Of(Extent.Image(2, 2, 3), new RMSNorm(epsilon: 0.1f)),
        ["RMSNorm per position"] = () => Of(Extent.Image(4, 1, 2), new RMSNorm(perPosition: true)),
        ["BatchNorm"] = () => Of(Extent.Vector(3), new Dense(4), new BatchNorm(), new Dense(2)),
        ["BatchNorm of an image"] = () => Of(Extent.Image(2, 2, 3), new BatchNorm(epsilon: 0.1f), Activation.Tanh(), new BatchNorm()),
        ["Add"] = () => Of(Extent.Vector(4), new Dense(4), Activation.Tanh(), new Add { Inputs = [2, 0, 1, 0] }),
        ["Add of a vector"] = () => Of(Extent.Image(2, 3, 2), new GlobalAvgPool(), new Dense(2), new Add { Inputs = [2, 0] }),
        ["Multiply"] = () => Of(Extent.Vector(4), new Dense(4), Activation.Tanh(), new Multiply { Inputs = [2, 0, 1, 0] }),
        ["Multiply by a vector"] = () => Of(Extent.Image(2, 3, 2), new GlobalAvgPool(), new Dense(2), new Multiply { Inputs = [0, 2] }),
        ["Subtract"] = () => Of(Extent.Vector(4), new Dense(4), Activation.Tanh(), new Subtract { Inputs = [2, 0, 1, 0] }),
        ["Subtract of a vector"] = () => Of(Extent.Image(2, 3, 2), new GlobalAvgPool(), new Dense(2), new Subtract { Inputs = [2, 0, 2] }),
        ["Slice"] = () => Of(Extent.Image(3, 2, 2), new Slice(1, 2), new Slice(0, 2) { Inputs = [0] }, new Multiply { Inputs = [1, 2] }),
        ["Reshape"] = () => Of(Extent.Vector(8), new Reshape(Extent.Image(2, 2, 2)), new Conv2D(1, 2, 1)),
        ["Concat along rows"] = () => Of(Extent.Image(2, 3, 3), new Conv2D(2, 2, 1), new Concat("Height") { Inputs = [1, 0, 1] }),
        ["Concat along columns"] = () => Of(Extent.Image(2, 3, 3), new Conv2D(2, 1, 2), new Concat("Width") { Inputs = [1, 0, 1] }),
        ["Concat"] = () => Of(Extent.Image(2, 3, 3), new Conv2D(1, 1, 1), new Concat { Inputs = [1, 0, 1] }),
        ["MeanAbsoluteError"] = () => Of(ElementwiseLoss.MeanAbsoluteError()),
        ["Huber"] = () => Of(ElementwiseLoss.Huber(0.7f)),
        ["SmoothL1"] = () => Of(ElementwiseLoss.SmoothL1(0.7f)),
        ["Hinge"] = () => Of(ElementwiseLoss.Hinge()),
        ["Poisson"] = () => Of(ElementwiseLoss.Poisson()),
        ["CosineEmbedding"] = () => Of(new CosineEmbedding()),
        ["KLDivergence"] = () => Of(ElementwiseLoss.KLDivergence()),
        ["BinaryCrossEntropy"] = () => Of(ElementwiseLoss.BinaryCrossEntropy()),
        ["BinaryCrossEntropy of rare positives"] = () => Of(ElementwiseLoss.BinaryCrossEntropy(3)),
        ["SoftmaxCrossEntropy of weighted labels"] = () => Of(new SoftmaxCrossEntropy(labels: true, 0.2f, [0.5f, 2, 1, 3], ignored: 2)),
        ["SoftmaxCrossEntropy of weighted probabilities"] = () => Of(new SoftmaxCrossEntropy(labels: false, 0.2f, [0.5f, 2, 1, 3])),
        ["own pinball"] = () => Of(ElementwiseLoss.Pinball(0.25f)),
        ["own Charbonnier"] = () => Of(ElementwiseLoss.Charbonnier()),
        ["own Gaussian"] = () => new(Extent.Vector(3), [new Dense(2)], new GaussianLoss()),
        ["SoftmaxCrossEntropy of labels"] = () => Of(new SoftmaxCrossEntropy(labels: true)),
        ["SoftmaxCrossEntropy of probabilities"] = () => Of(new SoftmaxCrossEntropy(labels: false)),
    };

    internal static IReadOnlyDictionary<string, Func<OracleNetwork>> Networks { get; } = s_networks
        .Concat(TriedActivations.All.Select(tried => KeyValuePair.Create(tried.Name, () => Of(Extent.Vector(9), tried.Create())))).ToDictionary();

    public static TheoryData<string> Names => [.. Networks.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Gradients_are_what_the_loss_changes_by(string name)
    {
        OracleNetwork network = Networks[name]();
        var random = new Random(5);
        network.DrawParameters(random);
        Sample[] samples = [.. Enumerable.Range(0, 3).Select(_ => network.DrawSample(random, Margin))];
        OracleResult result = network.Evaluate(samples);
        for (int s = 0; s < samples.Length && !network.Input.IsOfTokens; s++)
            Compare(samples[s].Input, i => result.InputGradients[s].Value[i]);
        for (int layer = 0; layer < network.Layers.Count; layer++)
        {
            for (int p = 0; p < network.Parameters[layer].Count; p++)
                Compare(network.Parameters[layer][p], i => result.ParameterGradients[layer][p].Value(i));
        }

        void Compare(double[] numbers, Func<int, double> gradient)
        {
            for (int i = 0; i < numbers.Length; i++)
            {
                double old = numbers[i];
                numbers[i] = old + Step;
                double above = network.Evaluate(samples).TrainingLoss;
                numbers[i] = old - Step;
                double below = network.Evaluate(samples).TrainingLoss;
                numbers[i] = old;

                // Step² times a third derivative of about 1, and the rounding of the loss over the step: both near 1e-10.
                Assert.Equal((above - below) / (2 * Step), gradient(i), 1e-8);
            }
        }
    }

    private static OracleNetwork Of(Extent input, params OracleLayer[] layers) => new(input, layers, ElementwiseLoss.MeanSquaredError());

    private static OracleNetwork Of(OracleLoss loss) => new(Extent.Vector(3), [new Dense(4)], loss);
}
