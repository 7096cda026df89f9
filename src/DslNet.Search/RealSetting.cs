using System.Globalization;

namespace DslNet.Search;

/// <summary>A number from a range.</summary>
public sealed class RealSetting : Setting
{
    internal RealSetting(string name, double least, double most, bool logarithmic) : base(name)
    {
        if (!double.IsFinite(least) || !double.IsFinite(most) || !(least < most))
            throw new ArgumentException($"{name} goes from {least} to {most}, which is no range. Pass two finite numbers, the lesser one first.", nameof(most));
        if (logarithmic && least <= 0)
            throw new ArgumentException($"{name} begins at {least}, but a logarithmic range has positive numbers. Pass a positive one.", nameof(least));
        (Least, Most, IsLogarithmic) = (least, most, logarithmic);
    }

    /// <summary>The least value.</summary>
    public double Least { get; }

    /// <summary>The greatest value.</summary>
    public double Most { get; }

    /// <summary>Whether 1 is as far from 10 as 10 from 100.</summary>
    public bool IsLogarithmic { get; }

    internal override double Low => IsLogarithmic ? Math.Log(Least) : Least;

    internal override double High => IsLogarithmic ? Math.Log(Most) : Most;

    internal override string Signature => FormattableString.Invariant($"{Name}: real {Least:R} to {Most:R}{(IsLogarithmic ? ", logarithmic" : "")}");

    internal override string ValueOf(double point) => Math.Clamp(IsLogarithmic ? Math.Exp(point) : point, Least, Most).ToString("R", CultureInfo.InvariantCulture);

    internal override double PointOf(string value) => double.Parse(value, CultureInfo.InvariantCulture) is var number && IsLogarithmic ? Math.Log(number) : number;
}
