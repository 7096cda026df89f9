namespace DslNet.Generators.Tests.Oracle;

/// <summary>
/// A number and how far floats are away from it, for values that go through many steps: errors that were made independently add up as deviations do, since their
/// sum in the worst case grows with every step and says nothing after a hundred.
/// </summary>
internal readonly record struct Rough(double Value, double Error)
{
    // As many deviations as in Rounding.Of.
    private const double Deviations = 8;

    public static implicit operator Rough(double value) => new(value, 0);

    public static Rough operator +(Rough a, Rough b) => Of(a.Value + b.Value, a.Error, b.Error);

    public static Rough operator -(Rough a, Rough b) => Of(a.Value - b.Value, a.Error, b.Error);

    public static Rough operator *(Rough a, Rough b) => Of(a.Value * b.Value, b.Value * a.Error, a.Value * b.Error);

    public static Rough operator /(Rough a, Rough b) => Of(a.Value / b.Value, a.Error / b.Value, a.Value * b.Error / (b.Value * b.Value));

    public static Rough Exp(Rough x) => Through(x, Math.Exp(x.Value), Math.Exp(x.Value));

    public static Rough Tanh(Rough x) => Through(x, Math.Tanh(x.Value), 1 - Math.Tanh(x.Value) * Math.Tanh(x.Value));

    public static Rough Sigmoid(Rough x) => Through(x, MathFunctions.Sigmoid(x.Value), MathFunctions.Sigmoid(x.Value) * MathFunctions.Sigmoid(-x.Value));

    public static Rough Of(Bounded values, int index) => new(values.Value[index], values.Error[index] / Deviations);

    public static Bounded ToBounded(IReadOnlyList<Rough> values)
    {
        Bounded all = new(values.Count);
        for (int i = 0; i < all.Length; i++)
            all.Set(i, values[i].Value, values[i].Bound);
        return all;
    }

    /// <summary>The error that floats do not exceed.</summary>
    public double Bound => Deviations * Error + Rounding.Tiny;

    private static Rough Of(double value, double one, double other) => new(value, Math.Sqrt(one * one + other * other) + Rounding.Unit * Math.Abs(value));

    private static Rough Through(Rough x, double value, double slope) => new(value, slope * x.Error + x.Error * x.Error + Rounding.Function * Rounding.Unit * Math.Abs(value));
}
