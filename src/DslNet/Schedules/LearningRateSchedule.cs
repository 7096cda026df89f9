namespace DslNet;

/// <summary>How the learning rate changes during a training: the formulas of PyTorch's <c>torch.optim.lr_scheduler</c>.</summary>
/// <remarks>
/// <para>
/// A schedule begins with the learning rate η of the optimiser, unless it says otherwise, and gives that of each step, from how many steps or epochs were done before it: t in the formulas.
/// <see cref="NetworkTraining.Fit"/> asks it before each step. A loop of one's own does
/// <code>
/// optimizer.LearningRate = schedule.At(1e-3f, optimizer.Steps, epoch);
/// </code>
/// </para>
/// <para>
/// All but <see cref="ReduceOnPlateauSchedule"/> are functions of t alone: a training that goes on has the learning rates of one that was not stopped. One of one's own that remembers epochs goes on in the
/// same process, but <see cref="FitOptions.Checkpoint"/> does not write down what it remembers.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// new FitOptions { Epochs = 30, Optimizer = new AdamW(1e-3f), LearningRateSchedule = new CosineSchedule(30) }
/// </code>
/// </example>
public abstract class LearningRateSchedule
{
    /// <summary>What t counts: whole epochs unless said otherwise.</summary>
    public ScheduleUnit Unit { get; init; }

    /// <summary>A schedule that is a function of the steps done before, whatever learning rate the optimiser has.</summary>
    /// <param name="rate">The learning rate of a step, counted from zero over all steps of the optimiser.</param>
    /// <exception cref="ArgumentNullException">There is no function.</exception>
    /// <example><code>LearningRateSchedule.Of(step => 1e-3f / (1 + step / 1000))</code></example>
    public static LearningRateSchedule Of(Func<long, float> rate)
    {
        ArgumentNullException.ThrowIfNull(rate);
        return new FunctionSchedule(rate);
    }

    /// <summary>The learning rate of a step.</summary>
    /// <param name="learningRate">η, the optimiser's own learning rate.</param>
    /// <param name="step">How many steps were done before.</param>
    /// <param name="epoch">How many epochs were done before, the part of an unfinished one included.</param>
    public virtual float At(float learningRate, long step, double epoch) => Rate(learningRate, Unit switch
    {
        ScheduleUnit.Step => step,
        ScheduleUnit.PartOfEpoch => epoch,
        _ => Math.Floor(epoch),
    });

    /// <summary>Takes note of what an epoch came to. <see cref="NetworkTraining.Fit"/> calls it after every epoch; most schedules need nothing of it.</summary>
    /// <param name="result">What the epoch came to.</param>
    public virtual void EndEpoch(EpochResult result)
    {
    }

    /// <summary>Tells a checkpoint what it remembers.</summary>
    internal virtual void VisitState(IStateVisitor visitor)
    {
    }

    /// <summary>Tells ranks that train together what the rates depend on besides state. A function of the user's is not known by more than its kind.</summary>
    internal virtual void VisitSettings(IStateVisitor visitor) => visitor.Count($"{GetType().FullName}: {this}", (int)Unit);

    /// <summary>The learning rate at a time.</summary>
    /// <param name="learningRate">η, the optimiser's own learning rate.</param>
    /// <param name="time">t: how many epochs or steps, as <see cref="Unit"/> says, were done before.</param>
    protected abstract float Rate(float learningRate, double time);

    /// <summary>Some of what t counts, such as <c>30 epochs</c>.</summary>
    private protected string Times(long count) => Counted.Text(count, Unit == ScheduleUnit.Step ? "step" : "epoch");
}
