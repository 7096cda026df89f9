using DslNet.CompilerServices;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Lowering;

/// <summary>
/// The program that predicts a sample for each of sixteen members of a population: the operations in their order, and where each value is. Every value of the
/// network, every parameter too, is a vector of the members' values.
/// </summary>
internal sealed class MemberProgram
{
    private readonly NetworkAnalysis _analysis;
    private readonly Buffer?[] _buffers;
    private readonly Dictionary<Buffer, int> _offsets = [];
    private readonly Dictionary<Parameter, Buffer> _parameters = [];
    private readonly List<Operation> _operations = [];

    private MemberProgram(NetworkAnalysis analysis) => (_analysis, _buffers) = (analysis, new Buffer?[analysis.Network.ValueCount]);

    public NetworkSpec Network => _analysis.Network;

    /// <summary>The operations.</summary>
    public IReadOnlyList<Operation> Operations => _operations;

    /// <summary>Floats of scratch memory.</summary>
    public int ScratchLength { get; private set; }

    /// <summary>Where a buffer is in the memory that it is in.</summary>
    public int OffsetOf(Buffer buffer) => _offsets[buffer];

    /// <summary>Whether a layer can be part of it.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="inputs">The shapes of its inputs.</param>
    public static bool Takes(LayerSpec layer, IReadOnlyList<Shape> inputs) =>
        inputs.All(input => input.SpatialRank == 0)
        && (layer.OnlyInTraining || layer is IWorksOnMembers works && works.WorksOnMembers(inputs));

    /// <summary>The program; null where the network is no population's.</summary>
    public static MemberProgram? Of(NetworkAnalysis analysis)
    {
        if (!analysis.Network.IsPopulation)
            return null;
        MemberProgram program = new(analysis);
        program.Lower();
        return program;
    }

    /// <summary>Where a value is.</summary>
    public Buffer BufferOf(int value) => _buffers[value]!;

    /// <summary>A parameter of a layer.</summary>
    public Buffer ParameterOf(NodeSpec node, string role)
    {
        Parameter parameter = _analysis.Parameters.Get(node.Name, role);
        if (!_parameters.TryGetValue(parameter, out Buffer? buffer))
        {
            buffer = new(BufferKind.Parameter, parameter.Name, parameter.Spec.StorageLength * MemberLanes.Count);
            _parameters.Add(parameter, buffer);
            _offsets.Add(buffer, parameter.Offset * MemberLanes.Count);
        }

        return buffer;
    }

    /// <summary>Adds an operation.</summary>
    public void Add(string layer, string name, Kernel kernel, IEnumerable<Operand> operands) => _operations.Add(new(name, kernel, operands) { Layer = layer, Role = Role.Forward });

    private void Lower()
    {
        PortSpec input = Network.Inputs[0], output = Network.Outputs[0];
        _buffers[input.Value] = At(Buffer.OfPort(input), 0);
        Buffer outputs = At(Buffer.OfPort(output), 0);
        int written = Written(output.Value);
        for (int i = 0; i < Network.Nodes.Count; i++)
        {
            NodeSpec node = Network.Nodes[i];
            int value = Network.InputCount + i;
            if (IsPassedOn(value))
                _buffers[value] = _buffers[node.Inputs[0]];
            else
                Lower(node, value, value == written ? outputs : NewScratch(node));
        }

        if (BufferOf(output.Value) != outputs)
            Copy(output, outputs);
    }

    private void Lower(NodeSpec node, int value, Buffer buffer)
    {
        _buffers[value] = buffer;
        Fusion? fusion = _analysis.Fusions.Of(value);
        ((IWorksOnMembers)node.Layer).LowerMembers(new(this, node, buffer, fusion is { InRegisters: true } ? fusion.Activation : null));
        if (fusion is not { InRegisters: false })
            return;
        (Kernel kernel, IReadOnlyList<Operand> operands) = MemberElementwise.Of(
            $"y = {fusion.Activation.Kind}(x), in place", (int)node.Output.Length, [new("y", buffer)], fusion.Activation.Value, new("y", buffer));
        Add(fusion.Layer, fusion.Layer + "Forward", kernel, operands);
    }

    /// <summary>What the network gives as it came in.</summary>
    private void Copy(PortSpec output, Buffer outputs)
    {
        (Kernel kernel, IReadOnlyList<Operand> operands) = MemberElementwise.Of(
            "y = x", (int)output.Shape.Length, [new("x", BufferOf(output.Value))], new Expressions.Expr.Input(0), new("y", outputs));
        Add(Network.NameOf(output.Value), "OutputCopy", kernel, operands);
    }

    /// <summary>The value whose memory a value is in.</summary>
    private int Written(int value) => IsPassedOn(value) ? Written(Network.NodeOf(value)!.Inputs[0]) : value;

    /// <summary>Whether a value is in the memory of what its layer reads: it is computed there already, or the layer leaves it as it is.</summary>
    private bool IsPassedOn(int value) => Network.NodeOf(value) is { } node && (_analysis.Fusions.IsFused(value) || node.Layer.OnlyInTraining);

    private Buffer NewScratch(NodeSpec node)
    {
        Buffer buffer = At(Buffer.OfSample(node.Name, (int)node.Output.Length * MemberLanes.Count), ScratchLength);
        ScratchLength += buffer.Length;
        return buffer;
    }

    private Buffer At(Buffer buffer, int offset)
    {
        _offsets.Add(buffer, offset);
        return buffer;
    }
}
