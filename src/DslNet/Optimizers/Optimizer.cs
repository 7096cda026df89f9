namespace DslNet;

/// <summary>
/// Moves parameters along their gradients. An optimiser keeps state for each parameter, so one belongs to one network.
/// </summary>
/// <remarks>
/// <see cref="NetworkTraining.Fit"/> calls it; a loop of one's own computes gradients and then steps:
/// <code>
/// net.ComputeGradients(inputs, labels, step);
/// optimizer.Step(net.Parameters, net.Gradients);
/// </code>
/// A step allocates nothing after the first. The same numbers give the same bits on every processor with fused multiply-add.
/// State of a magnitude below 1e-30 becomes zero. Parameters that are zero with zero gradients, such as the zeros
/// between the tensors of a network, stay zero.
/// </remarks>
public abstract class Optimizer
{
    private const int Unprepared = -1;

    private int _length = Unprepared;

    /// <summary>An optimiser with a learning rate.</summary>
    /// <param name="learningRate">Zero or positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The learning rate is negative or not finite.</exception>
    protected Optimizer(float learningRate) => LearningRate = learningRate;

    /// <summary>The length of a step. It may be changed between steps.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public float LearningRate { get; set => field = Setting.NonNegative(value); }

    /// <summary>
    /// How strongly parameters are drawn towards zero: this multiple of a parameter is added to its gradient (an L2
    /// penalty), unless the optimiser says otherwise. Zero unless said otherwise. It draws biases too.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public float WeightDecay { get; set => field = Setting.NonNegative(value); }

    /// <summary>
    /// How many steps were done, since the beginning or the last <see cref="Reset"/>. Training in several calls goes on from
    /// here: with other orders of the samples, other dropout, and the schedule's next learning rate.
    /// </summary>
    public long Steps { get; private set; }

    /// <summary>Allocates the state, so that the first step needs not; nothing if that was done.</summary>
    /// <param name="length">The number of parameters.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    /// <exception cref="ArgumentException">There is state for another number of parameters.</exception>
    /// <exception cref="InvalidOperationException">The settings contradict each other.</exception>
    public void Prepare(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (length == _length)
            return;
        if (_length != Unprepared)
        {
            throw new ArgumentException(
                $"This {GetType().Name} keeps state for {_length} parameters, but {length} were given. Use one optimizer for each network, or call Reset first.",
                nameof(length));
        }

        Allocate(length);
        _length = length;
    }

    /// <summary>Moves the parameters one step against their gradients.</summary>
    /// <param name="parameters">The parameters, such as <see cref="INetwork.Parameters"/>.</param>
    /// <param name="gradients">As many numbers: the gradient of the loss by each of them.</param>
    /// <exception cref="ArgumentException">The lengths differ from each other, or from those of the steps before.</exception>
    /// <exception cref="InvalidOperationException">The settings contradict each other.</exception>
    public void Step(Span<float> parameters, ReadOnlySpan<float> gradients)
    {
        if (parameters.Length != gradients.Length)
        {
            throw new ArgumentException(
                $"There are {parameters.Length} parameters but {gradients.Length} gradients. Give one gradient for each parameter.", nameof(gradients));
        }

        Prepare(parameters.Length);
        Update(parameters, gradients);
        Steps++;
    }

    /// <summary>Forgets all state; the next step is the first one again, for any number of parameters.</summary>
    public void Reset() => (_length, Steps) = (Unprepared, 0);

    /// <summary>Allocates the state for a number of parameters, all of it as before the first step.</summary>
    protected abstract void Allocate(int length);

    /// <summary>Does one step; both spans have the length that <see cref="Allocate"/> was last called with.</summary>
    protected abstract void Update(Span<float> parameters, ReadOnlySpan<float> gradients);
}
