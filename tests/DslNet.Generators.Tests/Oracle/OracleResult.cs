namespace DslNet.Generators.Tests.Oracle;

/// <summary>What the oracle says about a batch.</summary>
internal sealed class OracleResult(OracleNetwork network)
{
    public List<Bounded> Outputs { get; } = [];

    public List<Bounded> InputGradients { get; } = [];

    /// <summary>The gradients of each layer's parameters: sums of at most eight groups of samples, each of at most four parts.</summary>
    public IReadOnlyList<IReadOnlyList<Sums>> ParameterGradients { get; } =
    [
        .. network.Layers.Select(layer => (IReadOnlyList<Sums>)
            [.. layer.ParameterShapes.Select(shape => new Sums(shape.Aggregate(1, (product, axis) => product * axis), parts: 12))]),
    ];

    public double Loss { get; private set; }

    public double LossError { get; private set; }

    /// <summary>The loss in training, where samples may depend on each other.</summary>
    public double TrainingLoss { get; private set; }

    public double TrainingLossError { get; private set; }

    /// <summary>What layers keep after a training step, in their order.</summary>
    public List<Bounded> States { get; } = [];

    /// <summary>Whether something in training came too near to a kink.</summary>
    public bool IsDoubtful { get; set; }

    // The mean is taken in double precision and rounded at the end.
    public void AddLoss(double value, double error) => (Loss, LossError) = (Loss + value, LossError + error + 4 * Rounding.Unit * Math.Abs(value));

    public void AddTrainingLoss(double value, double error) =>
        (TrainingLoss, TrainingLossError) = (TrainingLoss + value, TrainingLossError + error + 4 * Rounding.Unit * Math.Abs(value));
}
