using DslNet.Onnx.Graphs;

namespace DslNet.Onnx.Passes;

/// <summary>Leaves out outputs that are an input as it came in, as exporters of policies have for a state that is none, and outputs that never change.</summary>
internal static class PassedOutputs
{
    public static OnnxException NothingComputed() => new("The model computes nothing from its inputs: there is no network to import.");

    public static void Run(Graph graph)
    {
        var inputs = new HashSet<string>(graph.Inputs.Select(input => input.Name), StringComparer.Ordinal);
        (string Name, string Value)[] passed = [.. graph.Outputs.Where(output => inputs.Contains(output.Value))];
        (string Name, string Value)[] constant = [.. graph.Outputs.Where(output => graph.IsConstant(output.Value))];
        graph.Outputs.RemoveAll(output => passed.Contains(output) || constant.Contains(output));
        graph.Remarks.AddRange(passed.Select(output => $"Left out: the output “{Names.Shown(output.Name)}”, which is the input “{Names.Shown(output.Value)}” as it came in."));
        graph.Remarks.AddRange(constant.Select(output => $"Left out: the output “{Names.Shown(output.Name)}”, which is the same for all samples."));
        if (graph.Outputs.Count == 0)
            throw NothingComputed();
    }
}
