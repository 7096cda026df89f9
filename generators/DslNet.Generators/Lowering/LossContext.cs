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

    /// <summary>The caller's targets, rearranged to lie as the predictions do.</summary>
    public Tensor ImportTargets()
    {
        Layout planar = Layout.Planar(output.Shape);
        Tensor targets = new(output.Shape, planar, lowering.Memory(BufferKind.Targets, planar.SampleLength));
        Tensor copy = lowering.NewTensor(output.Shape, "targetsRearranged");
        lowering.Add(Role.Loss, null, LayoutCopy.Rearrange("Target", targets, copy, onlyWith: BufferKind.Targets));
        return copy;
    }

    public void Add(Operation operation) => lowering.Add(Role.Loss, null, operation);
}
