namespace DslNet.Torch.Tests.Onnx.Operators;

/// <summary>The cross-entropy of logits and classes; each position of an image is a sample. Logarithms of probabilities are not compared.</summary>
internal sealed class CrossEntropy() : OnnxOperator("SoftmaxCrossEntropy")
{
    // There is no network without a layer; this one does nothing.
    private const string Nothing = "Dropout(0)";

    protected override Counterpart OfFloats(NodeTest test)
    {
        (OnnxTensor x, OnnxTensor y) = (test.Inputs[0], test.Inputs[1]);
        if (test.Inputs.Count > 2)
            return Counterpart.None("weights classes");
        if (test.Node.Attributes.ContainsKey("ignore_index"))
            return Counterpart.None("ignores a class");
        int classes = x.Shape[1], positions = x.Length / x.Shape[0] / classes;
        float[][] samples = [.. x.Floats.Chunk(classes * positions).SelectMany(each => Enumerable.Range(0, positions).Select(
            position => Enumerable.Range(0, classes).Select(c => each[c * positions + position]).ToArray()))];
        int[] labels = [.. y.Integers.Select(label => (int)label)];
        string attributes = FormattableString.Invariant($"[Input({classes}), {Nothing}, SoftmaxCrossEntropy]");
        CounterpartRun all = new([.. samples.SelectMany(sample => sample)], []) { Labels = labels };
        return test.Node.Text("reduction", "mean") switch
        {
            "mean" => new(attributes, [all]),
            "sum" => new(attributes, [all with { Times = labels.Length }]),
            _ => new(attributes, [.. samples.Select((sample, i) => new CounterpartRun(sample, []) { Labels = [labels[i]] })]),
        };
    }
}
