namespace DslNet.Generators.Tests.Oracle;

/// <summary>Numbers, and how far a computation in floats may be away from each.</summary>
internal sealed class Bounded(int length)
{
    public double[] Value { get; } = new double[length];

    public double[] Error { get; } = new double[length];

    public int Length => Value.Length;

    public static Bounded Exact(double[] values)
    {
        var exact = new Bounded(values.Length);
        values.CopyTo(exact.Value, 0);
        return exact;
    }

    public void Set(int index, double value, double error) => (Value[index], Error[index]) = (value, error);

    /// <summary>Adds one more contribution; the first is a store and rounds nothing.</summary>
    public void Add(int index, double value, double error)
    {
        if (Value[index] != 0 || Error[index] != 0)
            error += Rounding.Unit * (Math.Abs(Value[index]) + Math.Abs(value));
        Value[index] += value;
        Error[index] += error;
    }
}
