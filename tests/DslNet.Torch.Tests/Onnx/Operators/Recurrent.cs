namespace DslNet.Torch.Tests.Onnx.Operators;

/// <summary>
/// A recurrent layer, run over one sequence after the other. Its rows belong to gates in ONNX's order, and what comes out is the last frame's, or with
/// <c>layout</c> = 1 all frames'.
/// </summary>
/// <param name="layer">The attribute's name.</param>
/// <param name="gates">For each of the layer's gates its place in ONNX's order.</param>
internal sealed class Recurrent(string layer, params int[] gates) : OnnxOperator(layer)
{
    // Inputs of the operator, in their order.
    private const int X = 0, W = 1, R = 2, B = 3, Lengths = 4, FirstInitial = 5, Peepholes = 7;

    protected override Counterpart OfFloats(NodeTest test)
    {
        if (test.Inputs.Count > Peepholes && test.Inputs[Peepholes].Floats.Any(weight => weight != 0))
            return Counterpart.None("has peepholes");
        if (test.Inputs.Skip(FirstInitial).Any(state => state.Floats.Any(value => value != 0)))
            return Counterpart.None("begins with another state than zeros");
        if (test.Inputs.Count > Lengths)
            return Counterpart.None("has sequences of unequal lengths");
        OnnxTensor x = test.Inputs[X];
        bool batchFirst = test.Node.Integer("layout", 0) != 0;
        int frames = x.Shape[batchFirst ? 1 : 0], sequences = x.Shape[batchFirst ? 0 : 1], features = x.Shape[2], hidden = test.Inputs[R].Shape[2];
        float[][] parameters = [Rows(test.Inputs[W].Floats), Rows(test.Inputs[R].Floats), .. Biases(test)];
        return new(
            FormattableString.Invariant($"[Sequence({features}), {Layer}({hidden}{Formula(test.Node)}){(batchFirst ? "" : ", LastFrame")}]"),
            [.. Enumerable.Range(0, sequences).Select(sequence => new CounterpartRun(Sequence(sequence), parameters))]);

        float[] Sequence(int sequence) =>
            [.. Enumerable.Range(0, frames).SelectMany(frame => x.Floats.AsSpan((batchFirst ? sequence * frames + frame : frame * sequences + sequence) * features, features).ToArray())];
    }

    private string Formula(OnnxNode node) => Layer == "GRU" && node.Integer("linear_before_reset", 0) == 0 ? ", ResetAfter = false" : "";

    /// <summary>Those of the input and of the output before.</summary>
    private IEnumerable<float[]> Biases(NodeTest test)
    {
        int rows = test.Inputs[R].Shape[1];
        float[] both = test.Inputs.Count > B ? test.Inputs[B].Floats : new float[2 * rows];
        return [Rows(both[..rows]), Rows(both[rows..])];
    }

    /// <summary>The rows of all gates, in the layer's order.</summary>
    private float[] Rows(float[] values)
    {
        int length = values.Length / gates.Length;
        return [.. gates.SelectMany(gate => values[(gate * length)..((gate + 1) * length)])];
    }
}
