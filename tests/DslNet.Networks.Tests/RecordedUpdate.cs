using DslNet.CompilerServices;

namespace DslNet.Networks.Tests;

/// <summary>
/// An update that notes which parameters it was asked for, and what their gradients were at that moment; the parameters become NaN, so that it
/// shows if anybody still reads them.
/// </summary>
internal ref struct RecordedUpdate(Updates updates, Span<float> parameters, ReadOnlySpan<float> gradients) : IParameterUpdate
{
    private readonly Updates _updates = updates;
    private readonly Span<float> _parameters = parameters;
    private readonly ReadOnlySpan<float> _gradients = gradients;
    private ReadOnlySpan<float> _others;

    public static bool IsNone => false;

    public void UseGroupSums(Span<float> gradients, ReadOnlySpan<float> others)
    {
        Assert.True(gradients == _gradients);
        _others = others;
    }

    public readonly void UpdateSixteen(int index, int soon)
    {
        Assert.InRange((int)soon, 0, _gradients.Length - 16);
        _updates.BySixteen += 16;
        UpdateRange((int)index, 16);
    }

    public readonly void UpdateRange(int start, int length)
    {
        for (int i = start; i < start + length; i++)
        {
            float sum = _gradients[i];
            for (int other = i; other < _others.Length; other += _gradients.Length)
                sum += _others[other];
            _updates.Gradients[i] = sum;
            _updates.Times[i]++;
            _parameters[i] = float.NaN;
        }
    }

    public readonly void UpdateAll() => _updates.AtOnce++;
}
