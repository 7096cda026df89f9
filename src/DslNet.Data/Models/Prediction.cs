using System.Collections.Immutable;
using System.Globalization;

namespace DslNet.Data;

/// <summary>What a network predicts of one row, in the units and the words of the table.</summary>
public sealed class Prediction
{
    private readonly double? _number;
    private readonly string[] _classes = [];
    private readonly float[] _probabilities = [];

    internal Prediction(string column, double number) => (Column, _number) = (column, number);

    internal Prediction(string column, string[] classes, float[] probabilities) => (Column, _classes, _probabilities) = (column, classes, probabilities);

    /// <summary>The column that is predicted.</summary>
    public string Column { get; }

    /// <summary>The number that is predicted.</summary>
    /// <exception cref="InvalidOperationException">A class is predicted.</exception>
    public double Number => _number ?? throw new InvalidOperationException($"{Column} is a class, not a number. Ask for Class.");

    /// <summary>The class with the largest probability; of equal ones the first.</summary>
    /// <exception cref="InvalidOperationException">A number is predicted.</exception>
    public string Class => _classes[Largest];

    /// <summary>The probability of <see cref="Class"/>, from 0 to 1.</summary>
    /// <exception cref="InvalidOperationException">A number is predicted.</exception>
    public float Probability => _probabilities[Largest];

    /// <summary>The classes with their probabilities, in the order of the outputs; empty if a number is predicted.</summary>
    public ImmutableArray<(string Class, float Probability)> Probabilities => [.. _classes.Zip(_probabilities)];

    /// <summary>The column, and what is predicted.</summary>
    public override string ToString() => _number is { } number
        ? string.Create(CultureInfo.InvariantCulture, $"{Column}: {number:G6}")
        : string.Create(CultureInfo.InvariantCulture, $"{Column}: {Class} ({Probability:P1})");

    private int Largest
    {
        get
        {
            if (_number is not null)
                throw new InvalidOperationException($"{Column} is a number, not a class. Ask for Number.");
            return Array.IndexOf(_probabilities, _probabilities.Max());
        }
    }
}
