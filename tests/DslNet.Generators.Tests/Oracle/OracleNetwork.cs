using DslNet.Generators.Tests.Oracle.Losses;

namespace DslNet.Generators.Tests.Oracle;

/// <summary>A network of the language, computed in double precision.</summary>
internal sealed class OracleNetwork
{
    public OracleNetwork(Extent input, IReadOnlyList<OracleLayer> layers, OracleLoss? loss, bool inputGradient = true)
    {
        (Input, IsSequence, Layers, Loss) = (input with { IsOfFrames = false }, input.IsOfFrames, layers, loss);
        InputGradient = inputGradient && !input.IsOfTokens && !IsSequence;
        for (int i = 0; i < layers.Count; i++)
        {
            if (layers[i].Inputs.Length == 0)
                layers[i].Inputs = [i];
            layers[i].Attach([.. layers[i].Inputs.Select(ExtentOf)]);
        }
    }

    public Extent Input { get; }

    /// <summary>Whether samples are the frames of sequences.</summary>
    public bool IsSequence { get; }

    public IReadOnlyList<OracleLayer> Layers { get; }

    public OracleLoss? Loss { get; }

    public bool InputGradient { get; }

    public Extent Output => Layers[^1].Output;

    /// <summary>Whether a value belongs to a whole sequence, and to no frame.</summary>
    public bool IsOfSequence(int value) => value > 0 && (Layers[value - 1].ReducesFrames || Layers[value - 1].Inputs.All(IsOfSequence));

    /// <summary>Whether outputs belong to whole sequences.</summary>
    public bool IsReduced => IsOfSequence(Layers.Count);

    /// <summary>Whether frames may come one by one.</summary>
    public bool HasStreams => !Layers.Any(layer => layer.LooksAhead);

    /// <summary>Those of some samples that have an output: the first frame of each sequence has that of the sequence.</summary>
    public IReadOnlyList<Sample> Judged(IReadOnlyList<Sample> samples, int frames) =>
        IsReduced ? [.. samples.Where((_, s) => s % (frames == 0 ? samples.Count : frames) == 0)] : samples;

    /// <summary>The parameters of each layer.</summary>
    public IReadOnlyList<IReadOnlyList<double[]>> Parameters { get; private set; } = [];

    public Extent ExtentOf(int value) => value == 0 ? Input : Layers[value - 1].Output;

    /// <summary>The fewest samples that training takes.</summary>
    public int LeastBatch => Layers.Max(layer => layer.LeastBatch);

    /// <summary>Draws parameters that are floats, biases other than zero among them.</summary>
    public void DrawParameters(Random random)
    {
        Parameters = Draw(random);
        foreach (OracleLayer layer in Layers)
            layer.States = layer.DrawStates(random);
    }

    private IReadOnlyList<IReadOnlyList<double[]>> Draw(Random random) =>
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

    /// <summary>
    /// Draws samples none of whose gradients depends on rounding, in any batch of the first ones: in training, samples may depend on each other.
    /// </summary>
    /// <param name="random">Where from.</param>
    /// <param name="batches">The numbers of samples.</param>
    public Sample[] DrawSamples(Random random, IReadOnlyList<int> batches) => TryDrawSamples(random, batches)
        ?? throw new InvalidOperationException("Every batch comes near to a kink:\n" + NetworkText.Attributes(this));

    /// <summary>The same, or null if there are none to be found.</summary>
    public Sample[]? TryDrawSamples(Random random, IReadOnlyList<int> batches)
    {
        for (int attempt = 0; attempt < 20; attempt++)
        {
            Sample[] samples = [.. Enumerable.Range(0, batches.Max()).Select(_ => DrawSample(random))];
            if (!Layers.Any(layer => layer.IsOfBatch) || batches.All(batch => !Evaluate(samples[..batch]).IsDoubtful))
                return samples;
        }

        return null;
    }

    /// <summary>The same, or null if there is none to be found.</summary>
    public Sample? TryDrawSample(Random random, double margin = 0, int attempts = 1000)
    {
        for (int attempt = 0; attempt < attempts; attempt++)
        {
            double[] input = [.. Enumerable.Range(0, Input.Length).Select(_ => Input.IsOfTokens ? random.Next(Input.Vocabulary) : (double)(4 * random.NextSingle() - 2))];
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
    /// <param name="samples">The samples.</param>
    /// <param name="frames">Of frames, how many each sequence has; 0 for all.</param>
    public OracleResult Evaluate(IReadOnlyList<Sample> samples, int frames = 0)
    {
        int together = frames == 0 ? samples.Count : frames;
        var result = new OracleResult(this);
        IReadOnlyList<Sample> judged = Judged(samples, frames);
        double counted = judged.Sum(sample => Loss?.Counted(Output, sample.Target) ?? 1), scale = counted == 0 ? 0 : 1 / counted;
        Bounded[][] predicted = Layers.Any(layer => layer.CrossesTime)
            ? ForwardTogether([.. samples.Select(_ => new Pass(margin: 0))], samples, together, result)
            : [.. samples.Select(sample => Forward(new Pass(margin: 0), sample.Input))];
        int each = IsReduced ? together : 1;
        for (int s = 0; s < samples.Count; s += each)
            result.Outputs.Add(predicted[s][^1]);
        if (Loss is null)
            return result;

        for (int s = 0; s < samples.Count; s += each)
        {
            (double loss, double error) = Loss.Judge(new Pass(margin: 0), predicted[s][^1], samples[s].Target, scale, new Bounded(Output.Length));
            result.AddLoss(scale * loss, scale * error);
        }

        Pass[] passes = [.. samples.Select(_ => new Pass(margin: 0))];
        Bounded[][] values = Layers.Any(layer => layer.IsOfBatch) ? ForwardTogether(passes, samples, together, result) : predicted;
        Bounded[][] gradients = [.. values.Select(sample => sample.Select(value => new Bounded(value.Length)).ToArray())];
        for (int s = 0; s < samples.Count; s += each)
        {
            (double loss, double error) = Loss.Judge(passes[s], values[s][^1], samples[s].Target, scale, gradients[s][^1]);
            result.AddTrainingLoss(scale * loss, scale * error);
        }

        for (int i = Layers.Count - 1; i >= 0; i--)
        {
            int[] inputs = Layers[i].Inputs;
            Reverse[] all =
            [
                .. Enumerable.Range(0, samples.Count).Select(s => new Reverse(
                    [.. inputs.Select(value => values[s][value])], values[s][i + 1], gradients[s][i + 1], Parameters[i],
                    [.. inputs.Select(value => gradients[s][value])], result.ParameterGradients[i])),
            ];
            bool isOfSequence = inputs.All(IsOfSequence);
            foreach (Reverse[] some in all.Chunk(together))
                Layers[i].BackwardTogether(isOfSequence ? some[..1] : some);
        }

        result.InputGradients.AddRange(gradients.Select(sample => sample[0]));
        result.IsDoubtful = passes.Any(pass => pass.IsDoubtful);
        return result;
    }

    /// <summary>All values of all samples in training, layer by layer.</summary>
    private Bounded[][] ForwardTogether(IReadOnlyList<Pass> passes, IReadOnlyList<Sample> samples, int together, OracleResult result)
    {
        Bounded[][] values = [.. samples.Select(sample => new Bounded[Layers.Count + 1])];
        for (int s = 0; s < values.Length; s++)
            values[s][0] = Bounded.Exact(samples[s].Input);
        for (int i = 0; i < Layers.Count; i++)
        {
            IReadOnlyList<Bounded>[] inputs = [.. values.Select(sample => Layers[i].Inputs.Select(value => sample[value]).ToArray())];
            for (int first = 0; first < values.Length; first += together)
            {
                int count = Math.Min(together, values.Length - first);
                IReadOnlyList<Bounded> outputs = Layers[i].ForwardTogether([.. passes.Skip(first).Take(count)], inputs[first..(first + count)], Parameters[i]);
                for (int s = 0; s < count; s++)
                    values[first + s][i + 1] = outputs[s];
            }

            result.States.AddRange(Layers[i].StatesAfter(inputs));
        }

        return values;
    }
}
