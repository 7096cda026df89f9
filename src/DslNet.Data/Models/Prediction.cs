using System.Collections.Immutable;
using System.Globalization;

namespace DslNet.Data;

/// <summary>What a network predicts of one row, in the units and the words of the table.</summary>
/// <remarks>A row with an output that is NaN is of no class: <see cref="ClassIndex"/> is −1, and <see cref="Class"/> throws.</remarks>
public sealed class Prediction
{
    private readonly double? _number;
    private readonly string[] _classes = [];
    private readonly float[] _probabilities = [];
    private readonly float? _score;
    private readonly int _class;

    internal Prediction(string column, double number) => (Column, _number) = (column, number);

    private Prediction(string column, string[] classes, int index, float[] probabilities, float? score) =>
        (Column, _classes, _class, _probabilities, _score) = (column, classes, index, probabilities, score);

    /// <summary>The column that is predicted.</summary>
    public string Column { get; }

    /// <summary>The number that is predicted.</summary>
    /// <exception cref="InvalidOperationException">A class is predicted.</exception>
    public double Number => _number ?? throw new InvalidOperationException($"{Column} is a class, not a number. Ask for Class.");

    /// <summary>The class with the largest probability; of equal ones the first. Under <see cref="HingeAttribute"/> the second of the two if the score is above 0.</summary>
    /// <exception cref="InvalidOperationException">A number is predicted, or an output is NaN, so that there is no class.</exception>
    public string Class => _classes[Required];

    /// <summary>The place of <see cref="Class"/> in the order of the classes, counted from zero; −1 for no class, where an output is NaN.</summary>
    /// <exception cref="InvalidOperationException">A number is predicted.</exception>
    public int ClassIndex => _number is null ? _class : throw new InvalidOperationException($"{Column} is a number, not a class. Ask for Number.");

    /// <summary>The probability of <see cref="Class"/>, from 0 to 1.</summary>
    /// <exception cref="InvalidOperationException">A number is predicted, an output is NaN, or the loss gives no probabilities, as <see cref="HingeAttribute"/>.</exception>
    public float Probability => _probabilities.Length == 0 && _score is not null
        ? throw new InvalidOperationException($"The loss of {Column} gives a score, not a probability. Ask for Score, or declare [BinaryCrossEntropy] in place of [Hinge].")
        : _probabilities[Required];

    /// <summary>The output under <see cref="HingeAttribute"/>: above 0 for the second class, and the farther from 0, the surer.</summary>
    /// <exception cref="InvalidOperationException">A number is predicted, or the loss gives probabilities.</exception>
    public float Score => _score ?? throw new InvalidOperationException($"{Column} has no score. Ask for {(_number is null ? "Probability" : "Number")}.");

    /// <summary>The classes with their probabilities, in the order of the outputs; empty if a number is predicted, or if the loss gives no probabilities.</summary>
    public ImmutableArray<(string Class, float Probability)> Probabilities => [.. _classes.Zip(_probabilities)];

    /// <summary>The column, and what is predicted.</summary>
    public override string ToString() => _number is { } number
        ? string.Create(CultureInfo.InvariantCulture, $"{Column}: {number:G6}")
        : _class < 0 ? $"{Column}: no class, since an output is NaN"
        : _score is { } score ? string.Create(CultureInfo.InvariantCulture, $"{Column}: {Class} (score {score:G4})")
        : string.Create(CultureInfo.InvariantCulture, $"{Column}: {Class} ({Probability:P1})");

    /// <summary>A class with the probabilities of all.</summary>
    internal static Prediction OfProbabilities(string column, string[] classes, float[] probabilities) =>
        new(column, classes, Array.Exists(probabilities, float.IsNaN) ? -1 : Array.IndexOf(probabilities, probabilities.Max()), probabilities, null);

    /// <summary>One of two classes, by a score that is above 0 for the second.</summary>
    internal static Prediction OfScore(string column, string[] classes, float score) =>
        new(column, classes, float.IsNaN(score) ? -1 : score > 0 ? 1 : 0, [], score);

    /// <summary>The place of the class, which there must be.</summary>
    private int Required => ClassIndex is var index and >= 0 ? index : throw new InvalidOperationException(
        $"An output for {Column} is NaN, so the row is of no class. Look for parameters that are NaN, which training with too large a learning rate makes, or ask for ClassIndex, which is -1 here.");
}
