namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>A layer that computes the frames of a sequence from each other: the samples of a batch are the frames, in their order.</summary>
internal abstract class FrameLayer : OracleLayer
{
    public override bool IsOfBatch => true;

    public override bool CrossesTime => true;

    // A frame alone is the first of its sequence.
    public override Bounded Forward(Pass pass, IReadOnlyList<Bounded> inputs, IReadOnlyList<double[]> parameters) =>
        ForwardFrames([inputs[0]], parameters)[0];

    public override IReadOnlyList<Bounded> ForwardTogether(
        IReadOnlyList<Pass> passes, IReadOnlyList<IReadOnlyList<Bounded>> inputs, IReadOnlyList<double[]> parameters) =>
        ForwardFrames([.. inputs.Select(input => input[0])], parameters);

    public override void Backward(Reverse reverse) => BackwardTogether([reverse]);

    /// <summary>The outputs of all frames.</summary>
    protected abstract IReadOnlyList<Bounded> ForwardFrames(IReadOnlyList<Bounded> x, IReadOnlyList<double[]> parameters);
}
