using DslNet.Onnx.Functions;

namespace DslNet.Onnx.Writing;

/// <summary>The layers in the order in which they compute, and the methods of those that compute a function of one's own.</summary>
/// <param name="className">The name of the class, which no method of it has.</param>
internal sealed class LayerList(string className)
{
    private const float Epsilon = 1e-5f;

    private readonly List<Layer> _layers = [];
    private readonly List<Method> _methods = [];
    private int _between;

    public IReadOnlyList<Layer> All => _layers;

    /// <summary>The methods of the class.</summary>
    public IReadOnlyList<Method> Methods => _methods;

    public void Add(Layer layer) => _layers.Add(layer);

    /// <summary>A name for a value between two layers of one node, which no file has.</summary>
    public string Between() => $"\0{_between++}";

    /// <summary>A layer that gives a value other axes.</summary>
    public static Layer Shaped(string reads, string writes, IReadOnlyList<int> shape) =>
        shape.Count == 1 ? new("Flatten", [], reads, writes, shape) : new("Reshape", [.. shape.Select(axis => Argument.Of(axis))], reads, writes, shape);

    /// <summary>A layer that multiplies and adds constants for each channel: a batch normalization of mean 0, whose variance and ε are 1 together.</summary>
    public static Layer Scaled(string reads, string writes, IReadOnlyList<int> shape, float[] scale, float[] shift, string origin)
    {
        int[] channels = [scale.Length];
        return new("BatchNorm", [], reads, writes, shape)
        {
            Parameters =
            [
                new("weight", channels, scale), new("bias", channels, shift),
                new("running_mean", channels, new float[scale.Length]), new("running_var", channels, [.. Enumerable.Repeat(1 - Epsilon, scale.Length)]),
            ],
            Origin = origin,
        };
    }

    /// <summary>Adds a layer that computes a formula: a method of the class, the same for equal formulas.</summary>
    /// <param name="name">What a new method is called.</param>
    /// <param name="formula">The formula, which can be written.</param>
    /// <param name="reads">What it reads.</param>
    /// <param name="writes">What it computes.</param>
    /// <param name="shape">The axes of a sample.</param>
    public void AddFunction(string name, Formula formula, string reads, string writes, IReadOnlyList<int> shape)
    {
        string text = FormulaText.Of(formula)!;
        Method? method = _methods.Find(each => each.Text == text);
        if (method is null)
        {
            string free = name;
            for (int i = 2; free == className || _methods.Exists(each => each.Name == free); i++)
                free = name + Argument.Of(i);
            _methods.Add(method = new(free, text));
        }

        Add(new(method.Name, "Activation", [$"nameof({method.Name})"], [reads], writes, shape));
    }
}
