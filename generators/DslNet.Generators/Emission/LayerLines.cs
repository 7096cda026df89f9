using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Planning;

namespace DslNet.Generators.Emission;

/// <summary>What a program says over the calls of each layer: one line.</summary>
internal sealed class LayerLines
{
    private readonly NetworkPlan _plan;
    private readonly Dictionary<string, int> _values = new(StringComparer.Ordinal);
    private readonly ILookup<int, int> _readers;
    private readonly ILookup<string?, Operation> _operations;

    public LayerLines(NetworkPlan plan, ProgramPlan program)
    {
        _plan = plan;
        NetworkSpec network = plan.Network;
        for (int i = 0; i < network.Nodes.Count; i++)
            _values.Add(network.Nodes[i].Name, network.InputCount + i);
        _readers = network.Nodes.SelectMany(node => node.Inputs.Select(input => (Input: input, Reader: _values[node.Name]))).ToLookup(pair => pair.Input, pair => pair.Reader);
        _operations = program.Operations.ToLookup(operation => operation.Layer);
    }

    /// <summary>What a layer is, its shapes, and the layers behind it whose work its kernels do.</summary>
    public string Forward(string layer)
    {
        int value = _values[layer];
        NodeSpec node = NodeOf(value);
        string inputs = string.Join(", ", node.Inputs.Select(input => _plan.Network.ShapeOf(input).ToString()).Distinct());
        return $"{node.Path}: {_plan.DeclarationOf(node)}  {inputs} → {node.Output}{string.Concat(WithoutKernel(value).Select(next => $", {_plan.DeclarationOf(next)}"))}";
    }

    /// <summary>Which gradients a layer's kernels compute.</summary>
    public string Backward(string layer)
    {
        bool input = HasRole(layer, Role.InputGradient);

        // A kernel that computes both has but one role.
        bool parameters = HasRole(layer, Role.WeightGradient) || _operations[layer].Any(operation => operation.Operands.Any(operand => operand.Buffer.Kind == BufferKind.ParameterGradient));
        NodeSpec node = NodeOf(_values[layer]);
        string inputs = node.Inputs.Count > 1 ? "inputs" : "input";
        return $"{node.Path}: " + (input && parameters ? $"gradients with respect to its {inputs} and its parameters"
            : input ? $"gradient with respect to its {inputs}"
            : "gradient with respect to its parameters");
    }

    /// <summary>The chain of layers behind a value that no kernel of their own computes.</summary>
    private IEnumerable<NodeSpec> WithoutKernel(int value)
    {
        while (_readers[value].FirstOrDefault() is > 0 and var reader && !HasRole(NodeOf(reader).Name, Role.Forward))
        {
            // What prediction leaves out has no operation.
            if (!NodeOf(reader).Layer.OnlyInTraining)
                yield return NodeOf(reader);
            value = reader;
        }
    }

    private bool HasRole(string layer, Role role) => _operations[layer].Any(operation => operation.Role == role);

    private NodeSpec NodeOf(int value) => _plan.Network.Nodes[value - _plan.Network.InputCount];
}
