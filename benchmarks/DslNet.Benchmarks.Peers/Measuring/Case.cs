namespace DslNet.Benchmarks.Measuring;

/// <summary>Something to time, in this process or another, and the repeats so far.</summary>
internal abstract class Case
{
    private readonly List<Repeat> _repeats = [];

    /// <summary>The repeats so far.</summary>
    public IReadOnlyCollection<Repeat> Repeats => _repeats;

    /// <summary>How long the repeats took together, without what they waited for.</summary>
    public TimeSpan Spent { get; private set; }

    /// <summary>Calls until the code is compiled for good, and finds how many calls make a repeat.</summary>
    public abstract void WarmUp();

    /// <summary>Keeps the thread that does the work on a core.</summary>
    public abstract void Pin(int core);

    /// <summary>Times one repeat.</summary>
    public abstract Repeat Measure();

    /// <summary>Times one repeat and keeps it.</summary>
    public void Add()
    {
        Repeat repeat = Measure();
        _repeats.Add(repeat);
        Spent += TimeSpan.FromSeconds(repeat.Seconds);
    }
}
