using System.Globalization;

namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>A layer with a state, frame after frame.</summary>
/// <param name="gates">Gates, the new value's part included.</param>
/// <param name="hidden">Values of the state.</param>
internal abstract class Recurrent(int gates, int hidden) : FrameLayer
{
    /// <summary>What is known of a frame: the products of the input and of the output before, each of all gates, and what follows from them.</summary>
    protected sealed record Frame(Rough[] X, Rough[] Before, Rough[] OfInput, Rough[] OfBefore)
    {
        public Rough[] Output { get; } = new Rough[Before.Length];

        /// <summary>What an LSTM keeps beside its output.</summary>
        public Rough[] Cell { get; } = new Rough[Before.Length];

        /// <summary>The same of the frame before.</summary>
        public Rough[] CellBefore { get; } = new Rough[Before.Length];
    }

    public override IEnumerable<string> Arguments => [hidden.ToString(CultureInfo.InvariantCulture)];

    public override IReadOnlyList<int[]> ParameterShapes => [[gates * hidden, Input.Length], [gates * hidden, hidden], [gates * hidden], [gates * hidden]];

    protected override Extent Infer() => Extent.Vector(hidden);

    protected override IReadOnlyList<Bounded> ForwardFrames(IReadOnlyList<Bounded> x, IReadOnlyList<double[]> parameters) =>
        [.. Unroll(x, parameters).Select(frame => Rough.ToBounded(frame.Output))];

    public override void BackwardTogether(IReadOnlyList<Reverse> reverses)
    {
        IReadOnlyList<double[]> parameters = reverses[0].Parameters;
        Frame[] frames = Unroll([.. reverses.Select(reverse => reverse.Inputs[0])], parameters);
        var through = new Rough[hidden];
        var cell = new Rough[hidden];
        for (int t = frames.Length - 1; t >= 0; t--)
        {
            Rough[] ofInput = new Rough[gates * hidden], ofBefore = new Rough[gates * hidden];

            // Then the gradient of the output before: what goes around the gates, and below what goes through them.
            for (int j = 0; j < hidden; j++)
                through[j] = Differentiate(frames[t], j, Rough.Of(reverses[t].OutputGradient, j) + through[j], ref cell[j], ofInput, ofBefore);
            var dx = new Rough[Input.Length];
            for (int o = 0; o < gates * hidden; o++)
            {
                for (int i = 0; i < Input.Length; i++)
                {
                    dx[i] += parameters[0][o * Input.Length + i] * ofInput[o];
                    Add(reverses[t].ParameterGradients[0], o * Input.Length + i, ofInput[o], frames[t].X[i]);
                }

                for (int k = 0; k < hidden; k++)
                {
                    through[k] += parameters[1][o * hidden + k] * ofBefore[o];
                    Add(reverses[t].ParameterGradients[1], o * hidden + k, ofBefore[o], frames[t].Before[k]);
                }

                Add(reverses[t].ParameterGradients[2], o, ofInput[o], 1);
                Add(reverses[t].ParameterGradients[3], o, ofBefore[o], 1);
            }

            for (int i = 0; i < dx.Length; i++)
                reverses[t].InputGradients[0].Add(i, dx[i].Value, dx[i].Bound);
        }
    }

    /// <summary>Computes one value of a frame's output.</summary>
    protected abstract void Compute(Frame frame, int j);

    /// <summary>Takes the gradient of one value of a frame's output back to the products of its gates.</summary>
    /// <returns>The part of the gradient of the output before that goes around them.</returns>
    protected abstract Rough Differentiate(Frame frame, int j, Rough gradient, ref Rough cell, Rough[] ofInput, Rough[] ofBefore);

    private Frame[] Unroll(IReadOnlyList<Bounded> x, IReadOnlyList<double[]> parameters)
    {
        var frames = new Frame[x.Count];
        for (int t = 0; t < frames.Length; t++)
        {
            Rough[] input = [.. Enumerable.Range(0, Input.Length).Select(i => Rough.Of(x[t], i))], before = t == 0 ? new Rough[hidden] : frames[t - 1].Output;
            Frame frame = frames[t] = new(input, before, Product(parameters[0], parameters[2], input), Product(parameters[1], parameters[3], before));
            if (t > 0)
                frames[t - 1].Cell.CopyTo(frame.CellBefore, 0);
            for (int j = 0; j < hidden; j++)
                Compute(frame, j);
        }

        return frames;
    }

    private Rough[] Product(double[] weight, double[] bias, Rough[] x)
    {
        var product = new Rough[gates * hidden];
        for (int o = 0; o < product.Length; o++)
        {
            product[o] = bias[o];
            for (int i = 0; i < x.Length; i++)
                product[o] += weight[o * x.Length + i] * x[i];
        }

        return product;
    }

    private static void Add(Sums sums, int index, Rough a, Rough b) => sums.Add(index, a.Value, a.Bound, b.Value, b.Bound);
}
