namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>A layer that makes one value of all frames of a sequence: each frame has it, and the gradient is that of the first.</summary>
internal abstract class FrameReduction : OracleLayer
{
    public override bool IsOfBatch => true;

    public override bool CrossesTime => true;

    public override bool ReducesFrames => true;

    protected override Extent Infer() => Input;

    public override Bounded Forward(Pass pass, IReadOnlyList<Bounded> inputs, IReadOnlyList<double[]> parameters) => Reduce(pass, [inputs[0]]);

    public override IReadOnlyList<Bounded> ForwardTogether(
        IReadOnlyList<Pass> passes, IReadOnlyList<IReadOnlyList<Bounded>> inputs, IReadOnlyList<double[]> parameters)
    {
        Bounded reduced = Reduce(passes[0], [.. inputs.Select(input => input[0])]);
        return [.. inputs.Select(_ => reduced)];
    }

    public override void Backward(Reverse reverse) => BackwardTogether([reverse]);

    protected abstract Bounded Reduce(Pass pass, IReadOnlyList<Bounded> x);
}
