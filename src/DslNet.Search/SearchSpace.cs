namespace DslNet.Search;

/// <summary>The settings that are searched, each with what it may be.</summary>
/// <example>
/// <code>
/// SearchSpace space = new();
/// RealSetting rate = space.Real("learning rate", 1e-4, 1e-1, logarithmic: true);
/// IntegerSetting batch = space.Integer("batch", 16, 256, logarithmic: true);
/// ChoiceSetting&lt;Func&lt;INetwork&gt;&gt; network = space.Choice&lt;Func&lt;INetwork&gt;&gt;("network", ("small", () =&gt; new Small()), ("large", () =&gt; new Large()));
/// </code>
/// </example>
public sealed class SearchSpace
{
    private readonly List<Setting> _settings = [];

    /// <summary>The settings, in the order in which they were added.</summary>
    public IReadOnlyList<Setting> Settings => _settings;

    /// <summary>Adds a number.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="least">The least value.</param>
    /// <param name="most">The greatest value.</param>
    /// <param name="logarithmic">Whether 1 is as far from 10 as 10 from 100.</param>
    /// <exception cref="ArgumentException">There is a setting of that name, or the range is none.</exception>
    public RealSetting Real(string name, double least, double most, bool logarithmic = false) => Add(new RealSetting(name, least, most, logarithmic));

    /// <summary>Adds a whole number.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="least">The least value.</param>
    /// <param name="most">The greatest value.</param>
    /// <param name="logarithmic">Whether 1 is as far from 10 as 10 from 100.</param>
    /// <exception cref="ArgumentException">There is a setting of that name, or the range is none.</exception>
    public IntegerSetting Integer(string name, int least, int most, bool logarithmic = false) => Add(new IntegerSetting(name, least, most, logarithmic));

    /// <summary>Adds one of several words.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="choices">The words.</param>
    /// <exception cref="ArgumentException">There is a setting of that name, or two choices are one.</exception>
    public ChoiceSetting<string> Choice(string name, params string[] choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return Choice(name, [.. choices.Select(choice => (choice, choice))]);
    }

    /// <summary>Adds one of several values, such as the constructors of networks of several classes.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="choices">The values, each with a name for journals and tables.</param>
    /// <exception cref="ArgumentException">There is a setting of that name, or two choices have one.</exception>
    public ChoiceSetting<T> Choice<T>(string name, params (string Name, T Value)[] choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return Add(new ChoiceSetting<T>(name, choices));
    }

    internal IEnumerable<string> Signature => _settings.Select(setting => setting.Signature);

    private T Add<T>(T setting) where T : Setting
    {
        if (_settings.Exists(other => other.Name == setting.Name))
            throw new ArgumentException($"There is a setting {setting.Name} already. Give each a name of its own.", nameof(setting));
        _settings.Add(setting);
        return setting;
    }
}
