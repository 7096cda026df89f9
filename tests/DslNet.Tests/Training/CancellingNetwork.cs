using DslNet.Tests.Networks;

namespace DslNet.Tests.Training;

/// <summary>A network whose user loses patience while a loss is measured.</summary>
internal sealed class CancellingNetwork(CancellationTokenSource source) : LinearNetwork(2, 3, Loss.SoftmaxCrossEntropy)
{
    public int Measured { get; private set; }

    public override float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, Span<float> outputs = default, ReadOnlySpan<float> weights = default)
    {
        Measured++;
        source.Cancel();
        return base.ComputeLoss(inputs, labels, outputs, weights);
    }
}
