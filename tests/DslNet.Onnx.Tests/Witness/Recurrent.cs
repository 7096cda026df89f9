namespace DslNet.Onnx.Tests.Witness;

/// <summary>ONNX's recurrent operators in double precision, forward in time, with their usual functions.</summary>
internal static class Recurrent
{
    /// <returns>Y, Y_h and, of LSTM, Y_c.</returns>
    public static Tensor[] Run(NodeAttributes node, Tensor?[] inputs)
    {
        (Tensor x, Tensor w, Tensor r) = (inputs[0]!, inputs[1]!, inputs[2]!);
        (int time, int samples, int features, int hidden) = ((int)x.Shape[0], (int)x.Shape[1], (int)x.Shape[2], (int)r.Shape[2]);
        int rows = (int)w.Shape[1];
        double[] b = inputs.ElementAtOrDefault(3)?.Data ?? new double[2 * rows];
        double[] y = new double[time * samples * hidden], h = new double[samples * hidden], c = new double[samples * hidden];
        inputs.ElementAtOrDefault(5)?.Data.CopyTo(h, 0);
        for (int t = 0; t < time; t++)
        {
            for (int n = 0; n < samples; n++)
            {
                double[] before = h[(n * hidden)..((n + 1) * hidden)];
                double OfInput(int row) => b[row] + Enumerable.Range(0, features).Sum(i => w.Data[row * features + i] * x.Data[(t * samples + n) * features + i]);
                double OfState(int row, double[] state) => b[rows + row] + Enumerable.Range(0, hidden).Sum(i => r.Data[row * hidden + i] * state[i]);
                double Gate(int block, int unit) => Sigmoid(OfInput(block * hidden + unit) + OfState(block * hidden + unit, before));
                double[] reset = node.Node.OpType == "GRU" ? [.. before.Select((value, unit) => Gate(1, unit) * value)] : [];
                for (int unit = 0; unit < hidden; unit++)
                {
                    int at = n * hidden + unit;
                    switch (node.Node.OpType)
                    {
                        case "RNN":
                            h[at] = Math.Tanh(OfInput(unit) + OfState(unit, before));
                            break;
                        case "GRU":
                            int row = 2 * hidden + unit;
                            double added = Math.Tanh(OfInput(row) + (node.Integer("linear_before_reset", 0) != 0 ? Gate(1, unit) * OfState(row, before) : OfState(row, reset))), update = Gate(0, unit);
                            h[at] = (1 - update) * added + update * before[unit];
                            break;
                        default:
                            c[at] = Gate(2, unit) * c[at] + Gate(0, unit) * Math.Tanh(OfInput(3 * hidden + unit) + OfState(3 * hidden + unit, before));
                            h[at] = Gate(1, unit) * Math.Tanh(c[at]);
                            break;
                    }

                    y[(t * samples + n) * hidden + unit] = h[at];
                }
            }
        }

        return [new([time, 1, samples, hidden], y), new([1, samples, hidden], [.. h]), new([1, samples, hidden], [.. c])];
    }

    private static double Sigmoid(double value) => 1 / (1 + Math.Exp(-value));
}
