using System.Globalization;

namespace DslNet.Search;

/// <summary>One trial: what it is to try, and whom it reports to.</summary>
public sealed class Trial
{
    private readonly Search _search;

    internal Trial(Search search, int number, IReadOnlyDictionary<string, string> values) => (_search, Number, Values) = (search, number, values);

    /// <summary>Its number, from 0. A seed that is made of it makes it repeatable.</summary>
    public int Number { get; }

    /// <summary>The settings' values, by their names, as journals spell them.</summary>
    public IReadOnlyDictionary<string, string> Values { get; }

    /// <summary>A setting's value.</summary>
    /// <param name="setting">A setting of the search's space.</param>
    public double this[RealSetting setting] => double.Parse(Value(setting), CultureInfo.InvariantCulture);

    /// <summary>A setting's value.</summary>
    /// <param name="setting">A setting of the search's space.</param>
    public int this[IntegerSetting setting] => int.Parse(Value(setting), CultureInfo.InvariantCulture);

    /// <summary>What is chosen of a setting.</summary>
    /// <param name="setting">A setting of the search's space.</param>
    public T Get<T>(ChoiceSetting<T> setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return setting.Chosen(Value(setting));
    }

    /// <summary>Tells how the trial does. Where the search has <see cref="Search.Halving"/>, it may be stopped.</summary>
    /// <param name="step">How far it is: epochs, for instance, from 1.</param>
    /// <param name="loss">The loss there.</param>
    /// <returns>Whether to go on. If not, return from the trial: what it returns does not count.</returns>
    public bool Report(int step, double loss)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        bool goesOn = _search.Report(Number, step, loss);
        if (!goesOn && StoppedAt is null)
            StoppedAt = loss;
        return goesOn;
    }

    /// <summary>The loss with which it was stopped; null if it was not.</summary>
    internal double? StoppedAt { get; private set; }

    private string Value(Setting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        return Values.TryGetValue(setting.Name, out string? value) ? value : throw new ArgumentException($"{setting.Name} is no setting of this search. Add it to the space.", nameof(setting));
    }
}
