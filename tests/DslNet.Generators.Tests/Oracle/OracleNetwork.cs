using DslNet.Generators.Tests.Oracle.Losses;

namespace DslNet.Generators.Tests.Oracle;

/// <summary>A network of the language, computed in double precision.</summary>
internal sealed class OracleNetwork
{
    public OracleNetwork(Extent input, IReadOnlyList<OracleLayer> layers, OracleLoss? loss, bool inputGradient = true)
    {
        (Input, Layers, Loss, InputGradient) = (input, layers, loss, inputGradient);
        for (int i = 0; i < layers.Count; i++)
        {
            if (layers[i].Inputs.Length == 0)
                layers[i].Inputs = [i];
            layers[i].Attach([.. layers[i].Inputs.Select(ExtentOf)]);
        }
    }

    public Extent Input { get; }

    public IReadOnlyList<OracleLayer> Layers { get; }

    public OracleLoss? Loss { get; }

    public bool InputGradient { get; }

    public Extent Output => Layers[^1].Output;

    /// <summary>The parameters of each layer.</summary>
    public IReadOnlyList<IReadOnlyList<double[]>> Parameters { get; private set; } = [];

    public Extent ExtentOf(int value) => value == 0 ? Input : Layers[value - 1].Output;

    /// <summary>Draws parameters that are floats, biases other than zero among them.</summary>
    public void DrawParameters(Random random) => Parameters =
    [
        .. Layers.Select(layer => (IReadOnlyList<double[]>)
        [
            .. layer.ParameterShapes.Select(shape =>
            {
                int length = shape.Aggregate(1, (product, axis) => product * axis);
                double scale = shape.Length == 1 ? 0.5 : 1.7 / Math.Sqrt((double)length / shape[0]);
                return Enumerable.Range(0, length).Select(_ => (double)(float)(scale * (2 * random.NextDouble() - 1))).ToArray();
            }),
        ]),
    ];

    /// <summary>All values of one sample, the input first.</summary>
    public Bounded[] Forward(Pass pass, double[] input)
    {
        var values = new Bounded[Layers.Count + 1];
        values[0] = Bounded.Exact(input);
        for (int i = 0; i < Layers.Count; i++)
            values[i + 1] = Layers[i].Forward(pass, [.. Layers[i].Inputs.Select(value => values[value])], Parameters[i]);
        return values;
    }

    /// <summary>Draws a sample whose gradient does not depend on rounding: no number is as near to a kink as its error.</summary>
    public Sample DrawSample(Random random, double margin = 0) => TryDrawSample(random, margin)
        ?? throw new InvalidOperationException("Every sample comes near to a kink:\n" + NetworkText.Attributes(this));

    /// <summary>The same, or null if there is none to be found.</summary>
    public Sample? TryDrawSample(Random random, double margin = 0)
    {
        for (int attempt = 0; attempt < 1000; attempt++)
        {
            double[] input = [.. Enumerable.Range(0, Input.Length).Select(_ => (double)(4 * random.NextSingle() - 2))];
            var pass = new Pass(margin);
            Bounded output = Forward(pass, input)[^1];
            double[] target = Loss?.DrawTarget(random, Output.Length).Select(number => (double)(float)number).ToArray() ?? [];
            Loss?.Judge(pass, output, target, 1, new Bounded(Output.Length));
            if (!pass.IsDoubtful)
                return new Sample(input, target);
        }

        return null;
    }

    /// <summary>The mean loss over samples, and all gradients.</summary>
    public OracleResult Evaluate(IReadOnlyList<Sample> samples)
    {
        var result = new OracleResult(this);
        double counted = samples.Sum(sample => Loss?.Counted(Output, sample.Target) ?? 1), scale = counted == 0 ? 0 : 1 / counted;
        foreach (Sample sample in samples)
        {
            var pass = new Pass(margin: 0);
            Bounded[] values = Forward(pass, sample.Input);
            result.Outputs.Add(values[^1]);
            if (Loss is null)
                continue;

            Bounded[] gradients = [.. values.Select(value => new Bounded(value.Length))];
            (double loss, double error) = Loss.Judge(pass, values[^1], sample.Target, scale, gradients[^1]);
            result.AddLoss(scale * loss, scale * error);
            for (int i = Layers.Count - 1; i >= 0; i--)
            {
                int[] inputs = Layers[i].Inputs;
                Layers[i].Backward(new Reverse(
                    [.. inputs.Select(value => values[value])], values[i + 1], gradients[i + 1], Parameters[i],
                    [.. inputs.Select(value => gradients[value])], result.ParameterGradients[i]));
            }

            result.InputGradients.Add(gradients[0]);
        }

        return result;
    }
}
