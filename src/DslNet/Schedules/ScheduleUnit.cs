namespace DslNet;

/// <summary>What a <see cref="LearningRateSchedule"/> counts.</summary>
public enum ScheduleUnit
{
    /// <summary>Whole epochs: the learning rate is the same in all steps of one.</summary>
    Epoch,

    /// <summary>Epochs and parts of one: lengths are in epochs, and each step has a learning rate of its own.</summary>
    PartOfEpoch,

    /// <summary>Steps: lengths are in steps, and each step has a learning rate of its own.</summary>
    Step,
}
