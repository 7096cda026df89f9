namespace DslNet.Torch.Tests.Onnx.Operators;

/// <summary>
/// A join. A network reads one input: the first is that, the others are biases of dense layers whose weights are zero, which each run of a
/// sample has anew.
/// </summary>
internal static class Joined
{
    /// <param name="join">The attribute.</param>
    /// <param name="operands">Samples of each operand; those that have one have it for all.</param>
    public static Counterpart Of(string join, IReadOnlyList<float[][]> operands)
    {
        int samples = operands.Max(operand => operand.Length), length = operands[0][0].Length;
        string[] names = [.. Enumerable.Range(1, operands.Count - 1).Select(i => FormattableString.Invariant($"Y{i}"))];
        string constants = string.Concat(names.Select((name, i) => FormattableString.Invariant($"Dense({operands[i + 1][0].Length}, Name = \"{name}\", From = \"Input\"), ")));
        string attributes = FormattableString.Invariant($"[Input({length}), {constants}{join}({string.Join(", ", names.Select(name => $"\"{name}\""))}, From = \"Input\")]");
        return new(attributes, [.. Enumerable.Range(0, samples).Select(sample => new CounterpartRun(
            Sample(operands[0], sample), [.. operands.Skip(1).SelectMany(operand => new[] { new float[Sample(operand, sample).Length * length], Sample(operand, sample) })]))]);
    }

    private static float[] Sample(float[][] operand, int sample) => operand[operand.Length == 1 ? 0 : sample];
}
