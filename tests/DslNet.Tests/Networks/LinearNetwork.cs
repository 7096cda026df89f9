namespace DslNet.Tests.Networks;

/// <summary>
/// One dense layer and a loss, written by hand, plainly and in double: what the generator will emit, as far as the library
/// can tell. Nothing is allocated in a call.
/// </summary>
internal class LinearNetwork : INetwork
{
    private readonly float[] _parameters;
    private readonly float[] _gradients;

    public LinearNetwork(int inputs, int outputs, LossDescription? loss, string name = nameof(LinearNetwork), int seed = 0)
    {
        var weight = new PanelLayout(outputs, inputs, 1);
        var bias = new PanelLayout(outputs, 1, 1);
        int length = weight.StorageLength + bias.StorageLength;
        Description = new NetworkDescription(
            name,
            [new PortDescription("input", new TensorShape(inputs))],
            [new PortDescription("output", new TensorShape(outputs))],
            [
                new LayerDescription(
                    "Dense1",
                    "Dense",
                    ["input"],
                    [new LayerArgument("Outputs", outputs)],
                    new TensorShape(outputs),
                    [
                        new ParameterDescription("dense1.weight", new TensorShape(outputs, inputs), 0, weight, Initializer.GlorotUniform),
                        new ParameterDescription("dense1.bias", new TensorShape(outputs), weight.StorageLength, bias, Initializer.Zero),
                    ],
                    States: [],
                    (long)outputs * inputs) { Declaration = $"Dense({outputs})" },
            ],
            loss,
            length);
        _parameters = new float[length];
        _gradients = new float[length];
        Initialize(seed);
    }

    public NetworkDescription Description { get; }

    public int Seed { get; private set; }

    public Span<float> Parameters => _parameters;

    public Span<float> Gradients => _gradients;

    private int Inputs => Description.InputLength;

    private int Outputs => Description.OutputLength;

    public void Initialize(int seed)
    {
        Seed = seed;
        var random = new Random(seed);
        foreach (ParameterDescription parameter in Description.Parameters)
            new ParameterTensor(this, parameter).CopyFrom([.. Enumerable.Range(0, parameter.Shape.Length).Select(_ => random.NextSingle() * 0.2f - 0.1f)]);
    }

    public virtual void Predict(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        if (inputs.Length % Inputs != 0 || inputs.Length / Inputs * Outputs != outputs.Length)
            throw new ArgumentException($"{inputs.Length} inputs, {outputs.Length} outputs.");
        for (int i = 0; i < outputs.Length; i++)
            outputs[i] = Score(inputs.Slice(i / Outputs * Inputs, Inputs), i % Outputs);
    }

    public virtual float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> outputs = default, ReadOnlySpan<float> weights = default) =>
        Run(inputs, targets, default, outputs, gradients: false);

    public virtual float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, Span<float> outputs = default, ReadOnlySpan<float> weights = default) =>
        Run(inputs, default, labels, outputs, gradients: false);

    public virtual float ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, long step = 0, ReadOnlySpan<float> weights = default) =>
        Run(inputs, targets, default, default, gradients: true);

    public virtual float ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, long step = 0, ReadOnlySpan<float> weights = default) =>
        Run(inputs, default, labels, default, gradients: true);

    private float Run(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<int> labels, Span<float> outputs, bool gradients)
    {
        int samples = inputs.Length / Inputs;
        bool softmax = Description.Loss == Loss.SoftmaxCrossEntropy;
        double scale = softmax ? 1.0 / samples : 1.0 / (samples * Outputs), total = 0;
        Span<float> scores = stackalloc float[Outputs];
        Span<float> target = stackalloc float[Outputs];
        if (gradients)
            _gradients.AsSpan().Clear();
        for (int s = 0; s < samples; s++)
        {
            ReadOnlySpan<float> input = inputs.Slice(s * Inputs, Inputs);
            for (int o = 0; o < Outputs; o++)
            {
                scores[o] = Score(input, o);
                target[o] = labels.Length > 0 ? (labels[s] == o ? 1 : 0) : targets[s * Outputs + o];
            }

            if (outputs.Length > 0)
                scores.CopyTo(outputs.Slice(s * Outputs, Outputs));
            for (int o = 0; o < Outputs; o++)
            {
                (double loss, double slope) = Description.Loss?.Link switch
                {
                    Link.Softmax => (-target[o] * Math.Log(Softmax(scores, o)), Softmax(scores, o) - target[o]),
                    Link.Sigmoid => (
                        -target[o] * Math.Log(Sigmoid(scores[o])) - (1 - target[o]) * Math.Log(Sigmoid(-scores[o])), Sigmoid(scores[o]) - target[o]),
                    _ => (Math.Pow(scores[o] - target[o], 2), 2.0 * (scores[o] - target[o])),
                };
                total += loss * scale;
                if (gradients)
                    AddGradient(input, o, slope * scale);
            }
        }

        return (float)total;
    }

    private void AddGradient(ReadOnlySpan<float> input, int output, double slope)
    {
        (ParameterDescription weight, ParameterDescription bias) = (Description.Parameters[0], Description.Parameters[1]);
        for (int i = 0; i < input.Length; i++)
            _gradients[weight.Offset + weight.Layout.IndexOf(output, i)] += (float)(slope * input[i]);
        _gradients[bias.Offset + bias.Layout.IndexOf(output, 0)] += (float)slope;
    }

    private float Score(ReadOnlySpan<float> input, int output)
    {
        (ParameterDescription weight, ParameterDescription bias) = (Description.Parameters[0], Description.Parameters[1]);
        double sum = _parameters[bias.Offset + bias.Layout.IndexOf(output, 0)];
        for (int i = 0; i < input.Length; i++)
            sum += (double)_parameters[weight.Offset + weight.Layout.IndexOf(output, i)] * input[i];
        return (float)sum;
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static double Softmax(ReadOnlySpan<float> scores, int output)
    {
        double sum = 0;
        foreach (float score in scores)
            sum += Math.Exp(score - scores[output]);
        return 1 / sum;
    }
}
