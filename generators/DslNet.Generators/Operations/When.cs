namespace DslNet.Generators.Operations;

/// <summary>When an operation is done: in each turn of a loop, and where in it.</summary>
internal readonly record struct When
{
    private When(Level level, Moment moment) => (Level, Moment) = (level, moment);

    public Level Level { get; }

    public Moment Moment { get; }

    /// <summary>Before everything else in a turn, wherever the operation stands in the program.</summary>
    public static When Entering(Level level) => new(level, Moment.Entering);

    /// <summary>Behind what stands before it in the program. Loops further in end before it, and begin anew behind it.</summary>
    public static When In(Level level) => new(level, Moment.Inside);

    /// <summary>After everything else in a turn, wherever the operation stands in the program.</summary>
    public static When Leaving(Level level) => new(level, Moment.Leaving);

    public override string ToString() => $"{Moment} {Level}";
}
