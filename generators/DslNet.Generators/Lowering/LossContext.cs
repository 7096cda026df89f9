using DslNet.Generators.Operations;
using DslNet.Generators.Simd;

namespace DslNet.Generators.Lowering;

/// <summary>What a loss sees of the graph.</summary>
internal sealed class LossContext(ProgramLowering lowering, Tensor output)
{
    /// <summary>The predictions.</summary>
    public Tensor Output => output;

    /// <summary>The gradient of the predictions, to be written; null where only the loss is wanted.</summary>
    public Tensor? OutputGradient { get; } = lowering.OutputGradient();

    /// <summary>The caller's labels.</summary>
    public Buffer Labels => lowering.Memory(BufferKind.Labels, 1);

    /// <summary>The caller's targets, in the layout of the predictions.</summary>
    public Tensor ImportTargets()
    {
        Layout layout = Layout.ChannelsFirst(output.Shape);
        Tensor targets = new(output.Shape, layout, lowering.Memory(BufferKind.Targets, layout.SampleLength));
        Tensor copy = lowering.NewTensor(output.Shape, "targetsReordered");
        lowering.Add(Role.Loss, null, LayoutCopy.Reorder("Target", targets, copy, onlyWith: BufferKind.Targets));
        return copy;
    }

    public void Add(Operation operation) => lowering.Add(Role.Loss, null, operation);
}
