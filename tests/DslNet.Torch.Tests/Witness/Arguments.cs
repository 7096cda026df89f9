using System.Collections.Immutable;

namespace DslNet.Torch.Tests.Witness;

/// <summary>The arguments of a layer or of a loss. Each must be asked for: one that a translation does not know is a mistake of the translation.</summary>
/// <param name="owner">Whose they are.</param>
/// <param name="arguments">Their names and values.</param>
internal sealed class Arguments(string owner, IEnumerable<LayerArgument> arguments)
{
    /// <summary>How weights start says nothing of what a layer computes: <see cref="TorchInitializers"/> is about that.</summary>
    private static readonly string[] s_start = ["Initializer", "InitialValue", "InitialBias", "InitialDeviation"];

    private readonly Dictionary<string, object> _unread =
        arguments.Where(argument => !s_start.Contains(argument.Name)).ToDictionary(argument => argument.Name, argument => argument.Value);

    public bool Has(string name) => _unread.ContainsKey(name);

    public int Int32(string name) => Take<int>(name);

    public bool Boolean(string name) => Take<bool>(name);

    public float Single(string name) => Take<float>(name);

    public ImmutableArray<float> Singles(string name) => Take<ImmutableArray<float>>(name);

    public double Double(string name) => Take<double>(name);

    public T Member<T>(string name) where T : struct, Enum => Take<T>(name);

    public string String(string name) => Take<string>(name);

    /// <summary>Fails where an argument was not asked for.</summary>
    public void VerifyAllAreRead() => Assert.True(_unread.Count == 0, $"libtorch's {owner} does not read {string.Join(", ", _unread.Keys)}.");

    private T Take<T>(string name)
    {
        T value = Assert.IsType<T>(_unread[name]);
        _unread.Remove(name);
        return value;
    }
}
