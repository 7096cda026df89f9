using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;

namespace DslNet.Generators.Lowering;

/// <summary>What a loss sees of the graph.</summary>
internal sealed class LossContext(NetworkSpec network, ProgramLowering lowering, LossSpec loss)
{
    /// <summary>The predictions.</summary>
    public Tensor Output { get; } = lowering.ChannelsLast(loss.Value);

    /// <summary>The gradient of the predictions, to be written; null where only the loss is wanted.</summary>
    public Tensor? OutputGradient { get; } = lowering.OutputGradient(loss);

    /// <summary>The factor of this loss, where each has its own; null where a call has one scale.</summary>
    public string? Share => network.HasNamedPorts ? network.ShareOf(loss) : null;

    /// <summary>How much each sample counts.</summary>
    public PortSpec Weights => PortOf(PortRole.Weight);

    /// <summary>The caller's labels.</summary>
    public Buffer Labels => lowering.Memory(PortOf(PortRole.Label));

    /// <summary>The caller's targets.</summary>
    public Buffer Targets => lowering.Memory(PortOf(PortRole.Target));

    /// <summary>What an operation is called: of several losses each begins with what it is computed from.</summary>
    public string NameOf(string operation) => network.Losses.Count == 1 ? operation
        : (network.HasNamedPorts ? NetworkSpec.Capitalized(loss.Of) : network.NameOf(loss.Value)) + operation;

    /// <summary>The caller's targets, in the layout of the predictions.</summary>
    public Tensor ImportTargets()
    {
        Tensor targets = new(Output.Shape, Layout.ChannelsFirst(Output.Shape), Targets);
        Tensor copy = lowering.NewTensor(Output.Shape, ParameterTable.FileName(Targets.Name) + "Reordered", Output.Buffer.Per);
        lowering.Add(Role.Loss, null, LayoutCopy.Reorder(Targets.Name, targets, copy, onlyWith: Targets));
        return copy;
    }

    public void Add(Operation operation) => lowering.Add(Role.Loss, null, operation);

    /// <summary>What the loss compares the value with; one layer may be several outputs.</summary>
    private PortSpec PortOf(PortRole role) =>
        network.PortsOf(role).Single(port => port.Value == loss.Value && (!network.HasNamedPorts || port.Name == loss.Of + role));
}
