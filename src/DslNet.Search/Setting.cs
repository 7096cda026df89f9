namespace DslNet.Search;

/// <summary>One axis of a <see cref="SearchSpace"/>.</summary>
public abstract class Setting
{
    private protected Setting(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    /// <summary>What it is called in journals and tables.</summary>
    public string Name { get; }

    /// <summary>Where samplers begin: the least point, of choices 0.</summary>
    internal abstract double Low { get; }

    /// <summary>The greatest point; of choices their number.</summary>
    internal abstract double High { get; }

    /// <summary>Whether points are choices, of which none is nearer to another than a third.</summary>
    internal virtual int? Choices => null;

    /// <summary>How a journal describes it. Searches that share a journal have equal ones.</summary>
    internal abstract string Signature { get; }

    /// <summary>What a trial gets of a point: as a journal and a table spell it.</summary>
    /// <param name="point">A point from <see cref="Low"/> to <see cref="High"/>.</param>
    internal abstract string ValueOf(double point);

    /// <summary>The point of a value.</summary>
    /// <param name="value">As <see cref="ValueOf"/> spells it.</param>
    internal abstract double PointOf(string value);
}
