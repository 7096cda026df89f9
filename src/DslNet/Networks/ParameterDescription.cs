namespace DslNet;

/// <summary>One learned tensor: its name and shape as in PyTorch, and where its elements are stored.</summary>
/// <param name="Name">The name in files, such as <c>conv1.weight</c>.</param>
/// <param name="Shape">PyTorch's shape: [outputs, inputs] for a dense weight, [filters, channels, kernel] or [filters, channels, height, width] for a convolution, [outputs] for a bias, [vocabulary, features] for an embedding.</param>
/// <param name="Offset">Where the tensor begins in <see cref="INetwork.Parameters"/>.</param>
/// <param name="Layout">How its elements are ordered from there.</param>
/// <param name="Initializer">How it starts (never <see cref="Initializer.Default"/>).</param>
/// <param name="InitialValue">The value under <see cref="Initializer.Constant"/>, the standard deviation under <see cref="Initializer.Normal"/>.</param>
public sealed record ParameterDescription(
    string Name, TensorShape Shape, int Offset, PanelLayout Layout, Initializer Initializer, float InitialValue = 0)
{
    /// <summary>The output whose elements start at zero, whatever the initialiser: the row of an embedding's <see cref="EmbeddingAttribute.PaddingIndex"/>. −1 if there is none.</summary>
    public int ZeroOutput { get; init; } = -1;

    /// <summary>What it is to its layer: <c>weight</c>, <c>bias</c>. The name's last part, unless that is of two: <c>out_proj.weight</c>.</summary>
    public string Role
    {
        get => field ?? Name[(Name.LastIndexOf('.') + 1)..];
        init;
    }

    /// <summary>Over how many inputs one output sums: the product of all axes but the first.</summary>
    public int FanIn => Shape.Length / Shape[0];

    /// <summary>How many outputs one input reaches: outputs × taps of the kernel.</summary>
    public int FanOut => Shape.Rank < 2 ? Shape[0] : Shape.Length / Shape[1];
}
