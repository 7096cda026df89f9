using System.Globalization;

namespace DslNet.Search;

/// <summary>A whole number from a range.</summary>
public sealed class IntegerSetting : Setting
{
    private const double Half = 0.5;

    internal IntegerSetting(string name, int least, int most, bool logarithmic) : base(name)
    {
        if (least >= most)
            throw new ArgumentException($"{name} goes from {least} to {most}, which is no range. Pass two numbers, the lesser one first.", nameof(most));
        if (logarithmic && least <= 0)
            throw new ArgumentException($"{name} begins at {least}, but a logarithmic range has positive numbers. Pass a positive one.", nameof(least));
        (Least, Most, IsLogarithmic) = (least, most, logarithmic);
    }

    /// <summary>The least value.</summary>
    public int Least { get; }

    /// <summary>The greatest value.</summary>
    public int Most { get; }

    /// <summary>Whether 1 is as far from 10 as 10 from 100.</summary>
    public bool IsLogarithmic { get; }

    // Each number has the points that are rounded to it, those at the ends as many as others.
    internal override double Low => IsLogarithmic ? Math.Log(Least - Half) : Least - Half;

    internal override double High => IsLogarithmic ? Math.Log(Most + Half) : Most + Half;

    internal override string Signature => FormattableString.Invariant($"{Name}: integer {Least} to {Most}{(IsLogarithmic ? ", logarithmic" : "")}");

    internal override string ValueOf(double point) =>
        ((int)Math.Clamp(Math.Round(IsLogarithmic ? Math.Exp(point) : point), Least, Most)).ToString(CultureInfo.InvariantCulture);

    internal override double PointOf(string value) => int.Parse(value, CultureInfo.InvariantCulture) is var number && IsLogarithmic ? Math.Log(number) : number;
}
