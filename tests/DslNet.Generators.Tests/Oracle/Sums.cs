namespace DslNet.Generators.Tests.Oracle;

/// <summary>Sums of products, with the bound of their error in whatever order they are added.</summary>
/// <param name="length">How many sums.</param>
/// <param name="parts">Into how many parts each may be split: adding them up takes a few operations more than there are terms.</param>
internal sealed class Sums(int length, int parts = 4)
{
    private readonly double[] _value = new double[length], _carried = new double[length], _magnitude = new double[length];
    private readonly long[] _products = new long[length];

    public int Length => length;

    public double Value(int index) => _value[index];

    public double Error(int index) =>
        _carried[index] + (_products[index] == 0 ? 0 : Rounding.Of(_products[index] + parts) * _magnitude[index] + Rounding.Tiny);

    /// <summary>A term that is stored, not computed, such as a bias.</summary>
    public void Start(int index, double value)
    {
        _value[index] += value;
        _magnitude[index] += Math.Abs(value);
    }

    public void Add(int index, double a, double errorOfA, double b, double errorOfB)
    {
        _value[index] += a * b;
        _carried[index] += Math.Abs(a) * errorOfB + Math.Abs(b) * errorOfA;
        _magnitude[index] += Math.Abs(a * b);

        // A product with zero changes nothing, so that equal values stay exactly equal wherever they are computed.
        if (a * b != 0 || errorOfA != 0 || errorOfB != 0)
            _products[index]++;
    }

    /// <summary>A product that is added to a sum and taken out again, and so adds to the rounding error alone.</summary>
    public void AddAndRemove(int index, double a, double b)
    {
        _magnitude[index] += 2 * Math.Abs(a * b);
        if (a * b != 0)
            _products[index] += 2;
    }

    /// <summary>Operations on larger numbers than the terms, which add to the rounding error alone.</summary>
    public void AddRounding(int index, double magnitude, int operations)
    {
        _magnitude[index] += magnitude;
        if (magnitude != 0)
            _products[index] += operations;
    }

    public Bounded ToBounded()
    {
        var result = new Bounded(length);
        for (int i = 0; i < length; i++)
            result.Set(i, Value(i), Error(i));
        return result;
    }

    public void AddTo(Bounded target)
    {
        for (int i = 0; i < length; i++)
            target.Add(i, Value(i), Error(i));
    }
}
