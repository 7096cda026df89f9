using System.Globalization;
using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Values;
using TorchSharp;
using static TorchSharp.torch;

namespace DslNet.Torch.Tests;

/// <summary>
/// Compares values with those of libtorch in double precision. What is allowed follows from what libtorch itself is off in single precision: a
/// network that amplifies rounding does so for both. Neither rounds in the same places, so a multiple of it is allowed. In a small tensor
/// libtorch may be exact by chance: beside that a part of what it is off in the network's worst tensor of all batches is allowed, and some
/// roundings of the largest value. What is below 1e-37 may be zero.
/// </summary>
internal sealed class Agreement
{
    // Errors of the same kind from other orders of sums, other products (convolutions by rows in pairs) and other polynomials (docs/numerics.md).
    private const double Multiple = 16, MultipleOfWorst = 16, MostOfWorst = 1e-3;

    // Roundings of the largest value.
    private const double Roundings = 64, Unit = Rounding.Unit;

    private readonly SortedDictionary<string, Largest> _largest = new(StringComparer.Ordinal);

    /// <summary>The largest differences of each kind, relative to the largest value of the tensor that they are in.</summary>
    public string Summary => string.Join(", ", _largest.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value}")));

    /// <summary>Fails where a value is further off than allowed.</summary>
    /// <param name="kind">What kind of values these are.</param>
    /// <param name="what">What they are.</param>
    /// <param name="exact">libtorch's, in double precision.</param>
    /// <param name="single">libtorch's, in single precision.</param>
    /// <param name="actual">DslNet's.</param>
    /// <param name="worst">How far libtorch's single precision is off in the worst tensor of this kind, of its largest value (<see cref="Worst"/>).</param>
    public void Verify(string kind, string what, Tensor exact, Tensor single, ReadOnlySpan<float> actual, double worst = 0)
    {
        double[] expected = Values(exact);
        Assert.Equal(expected.Length, actual.Length);
        double largest = expected.Max(Math.Abs), own = Off(exact, single);
        double allowed = Multiple * own + (MultipleOfWorst * worst + Roundings * Unit) * largest + Rounding.Tiny, most = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            double off = Math.Abs(expected[i] - actual[i]);
            most = Math.Max(most, off);
            if (!(off <= allowed))
                Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"{what}[{i}] is {actual[i]:G9}, and libtorch's {expected[i]:G9} ± {allowed:G2} (its own error is {own:G2}, the largest value {largest:G3})."));
        }

        Largest seen = _largest.GetValueOrDefault(kind) ?? new();
        seen.Add(most, own, allowed, largest, largest > Rounding.Tiny && allowed > Closeness.Loosest * largest);
        _largest[kind] = seen;
    }

    /// <summary>How far libtorch's single precision is off in the worst of some tensors, of its largest value; a tensor that is all cancellation says nothing of others.</summary>
    public static double Worst(IEnumerable<(Tensor Exact, Tensor Single)> tensors) =>
        Math.Min(MostOfWorst, tensors.Max(pair => Values(pair.Exact).Max(Math.Abs) is var largest and > 0 ? Off(pair.Exact, pair.Single) / largest : 0));

    /// <summary>Fails if many comparisons allowed so much that they said little.</summary>
    public void VerifyItSaysSomething() => Assert.All(_largest, pair => Assert.True(pair.Value.Loose < 0.02 * pair.Value.Count, $"{pair.Key}: {pair.Value}"));

    private static double Off(Tensor exact, Tensor single) => Values(exact).Zip(Values(single.to_type(ScalarType.Float64)), (a, b) => Math.Abs(a - b)).Max();

    private static double[] Values(Tensor tensor) => tensor.detach().contiguous().data<double>().ToArray();

    private sealed class Largest
    {
        private double _off, _own, _share;

        public int Count { get; private set; }

        public int Loose { get; private set; }

        public void Add(double off, double own, double allowed, double largest, bool isLoose)
        {
            Count++;
            if (isLoose)
                Loose++;
            if (allowed > 0)
                _share = Math.Max(_share, off / allowed);
            if (largest <= Rounding.Tiny || isLoose)
                return;
            (_off, _own) = (Math.Max(_off, off / largest), Math.Max(_own, own / largest));
        }

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture, $"{_off:G2} (libtorch's own float {_own:G2}, {_share:P0} of what is allowed, {Count} tensors, {Loose} of them loose)");
    }
}
