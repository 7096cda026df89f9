using System.Globalization;

namespace DslNet.Search;

/// <summary>One of several values: names, classes of networks, optimisers.</summary>
/// <typeparam name="T">What is chosen.</typeparam>
public sealed class ChoiceSetting<T> : Setting
{
    private readonly (string Name, T Value)[] _choices;

    internal ChoiceSetting(string name, IReadOnlyList<(string Name, T Value)> choices) : base(name)
    {
        if (choices.Count == 0 || choices.Select(choice => choice.Name).Distinct(StringComparer.Ordinal).Count() < choices.Count)
            throw new ArgumentException($"{name} has {(choices.Count == 0 ? "no choices" : "two choices of one name")}. Give it at least one, each with a name of its own.", nameof(choices));
        _choices = [.. choices];
    }

    /// <summary>The choices' names.</summary>
    public IReadOnlyList<string> Names => [.. _choices.Select(choice => choice.Name)];

    internal override double Low => 0;

    internal override double High => _choices.Length;

    internal override int? Choices => _choices.Length;

    internal override string Signature => $"{Name}: one of {string.Join(", ", Names)}";

    internal override string ValueOf(double point) => _choices[Math.Clamp((int)point, 0, _choices.Length - 1)].Name;

    internal override double PointOf(string value)
    {
        int index = Array.FindIndex(_choices, choice => choice.Name == value);
        return index >= 0 ? index : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{Name} has no choice {value}."));
    }

    internal T Chosen(string value) => _choices[(int)PointOf(value)].Value;
}
