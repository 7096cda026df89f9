using System.ComponentModel;

namespace DslNet.CompilerServices;

/// <summary>Some samples of a dataset with named columns, as a network takes them in one call: for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PortBatch
{
    private readonly Dataset _data;
    private readonly AlignedMemory?[] _values;
    private readonly int[]?[] _integers;
    private int _start, _count;
    private string? _output;
    private Memory<float> _outputs;

    /// <param name="data">The samples.</param>
    /// <param name="room">The most samples that are gathered in an order of their own; zero if none are.</param>
    internal PortBatch(Dataset data, int room)
    {
        _data = data;
        _values = [.. data.Columns.Select(column => column.HasIntegers || room == 0 ? null : new AlignedMemory(checked(room * column.Length)))];
        _integers = [.. data.Columns.Select(column => column.HasIntegers && room > 0 ? new int[checked(room * column.Length)] : null)];
    }

    /// <summary>Neighbouring samples, where they are stored.</summary>
    internal void Take(int start, int count) => (_start, _count) = (start, count);

    /// <summary>Samples in an order, copied.</summary>
    internal void Gather(ReadOnlySpan<int> samples)
    {
        (_start, _count) = (-1, samples.Length);
        for (int i = 0; i < _values.Length; i++)
        {
            if (_integers[i] is { } integers)
                _data.Columns[i].Gather(samples, integers);
            else
                _data.Columns[i].Gather(samples, _values[i]!.Span);
        }
    }

    /// <summary>Where an output of the samples goes.</summary>
    internal void Receive(string output, Memory<float> outputs) => (_output, _outputs) = (output, outputs);

    /// <summary>Memory for an output; empty if it is not wanted.</summary>
    public Span<float> Outputs(string port) => port == _output ? _outputs.Span : default;

    /// <summary>The values of an input, or the targets of an output; empty if there are none.</summary>
    public ReadOnlySpan<float> Values(string port) => Floats(Find(port, weights: false));

    /// <summary>How much each sample counts in the losses of an output; empty if nothing says so.</summary>
    public ReadOnlySpan<float> Weights(string port) => Floats(Find(port, weights: true));

    /// <summary>The labels of an output, or the tokens of an input; empty if there are none.</summary>
    public ReadOnlySpan<int> Integers(string port)
    {
        if (Find(port, weights: false) is not (>= 0 and var index) || _data.Columns[index] is not { HasIntegers: true } column)
            return default;
        return _start < 0 ? _integers[index].AsSpan(0, _count * column.Length) : column.Integers.Span.Slice(_start * column.Length, _count * column.Length);
    }

    private ReadOnlySpan<float> Floats(int index)
    {
        if (index < 0 || _data.Columns[index] is not { HasIntegers: false } column)
            return default;
        return _start < 0 ? _values[index]!.Span[..(_count * column.Length)] : column.Values.Span.Slice(_start * column.Length, _count * column.Length);
    }

    private int Find(string port, bool weights)
    {
        for (int i = 0; i < _data.Columns.Length; i++)
        {
            if (_data.Columns[i].Name == port && _data.Columns[i].HasWeights == weights)
                return i;
        }

        return -1;
    }
}
