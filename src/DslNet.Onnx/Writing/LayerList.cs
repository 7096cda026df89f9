namespace DslNet.Onnx.Writing;

/// <summary>The layers in the order in which they compute.</summary>
internal sealed class LayerList
{
    private readonly List<Layer> _layers = [];
    private int _between;

    public IReadOnlyList<Layer> All => _layers;

    public void Add(Layer layer) => _layers.Add(layer);

    /// <summary>A name for a value between two layers of one node, which no file has.</summary>
    public string Between() => $"\0{_between++}";
}
