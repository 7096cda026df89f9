using Xunit;

namespace DslNet.Tests.Data;

public class SampleHashTests
{
    /// <summary>A checkpoint that another process wrote holds it, so it must not change.</summary>
    [Fact]
    public void It_is_the_same_in_every_process() => Assert.Equal(Known, Of([1f, -2f, 3.5f]));

    [Fact]
    public void Every_value_and_every_length_counts()
    {
        HashSet<int> hashes = [Of([]), Of([0f]), Of([0f, 0f]), Of([0f, 0f, 0f])];
        float[] values = new float[33];
        hashes.Add(Of(values));
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = 1;
            hashes.Add(Of(values));
            values[i] = 0;
        }

        Assert.Equal(38, hashes.Count);
    }

    /// <summary>Values of two spans are not those of one.</summary>
    [Fact]
    public void Where_spans_end_counts()
    {
        SampleHash one = new(), two = new();
        one.Add<float>([1, 2]);
        one.Add<float>([3]);
        two.Add<float>([1]);
        two.Add<float>([2, 3]);
        Assert.NotEqual(one.Value, two.Value);
    }

    private const int Known = 206140545;

    private static int Of(ReadOnlySpan<float> values)
    {
        SampleHash hash = new();
        hash.Add(values);
        return hash.Value;
    }
}
