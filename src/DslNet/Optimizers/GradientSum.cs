using DslNet.CompilerServices;

namespace DslNet;

/// <summary>Gradients of several batches, of which one step is made.</summary>
internal sealed class GradientSum(int length)
{
    private readonly AlignedMemory _sum = new(length);
    private int _batches;

    /// <summary>Adds the gradients of a batch.</summary>
    /// <param name="gradients">Those of the batch; the mean of all of them once there are enough.</param>
    /// <param name="batches">How many make a step.</param>
    /// <returns>Whether there are enough.</returns>
    public bool Add(Span<float> gradients, int batches)
    {
        Span<float> sum = _sum.Span;
        if (_batches++ == 0)
            gradients.CopyTo(sum);
        else
            Sweep.Over(new GroupSum { Gradients = sum, Others = gradients });
        if (_batches < batches)
            return false;
        sum.CopyTo(gradients);
        GradientClipping.Scale(gradients, 1f / _batches);
        _batches = 0;
        return true;
    }

    public void VisitState(IStateVisitor visitor)
    {
        visitor.Floats("optimizer.sum", _sum.Span);
        _batches = visitor.Count("optimizer.batches_of_sum", _batches);
    }
}
