using System.Text.Json;

namespace DslNet.Audio;

/// <summary>The weights of a model, taken one tensor after the other.</summary>
internal sealed class NamWeights
{
    private readonly float[] _values;
    private readonly string _path;
    private int _taken;

    public NamWeights(NamNode model)
    {
        NamNode node = model.Get("weights");
        if (!node.IsArray)
            throw node.Unexpected("an array of numbers");
        _path = node.Path;
        _values = new float[node.Value.GetArrayLength()];
        int i = 0;
        foreach (JsonElement value in node.Value.EnumerateArray())
        {
            _values[i] = new NamNode(value, $"{_path}[{i}]").AsNumber();
            i++;
        }
    }

    /// <summary>The next weights.</summary>
    public float[] Take(long count)
    {
        if (count > _values.Length - _taken)
            throw new NamException($"{_path} has {_values.Length:N0} numbers, but the network of config has more: {_taken + count:N0} at least. Export the model again.");
        float[] taken = _values.AsSpan(_taken, (int)count).ToArray();
        _taken += (int)count;
        return taken;
    }

    /// <summary>Makes sure that none is left.</summary>
    public void CheckEnd()
    {
        if (_taken < _values.Length)
            throw new NamException($"{_path} has {_values.Length:N0} numbers, but the network of config has {_taken:N0}. Export the model again.");
    }
}
