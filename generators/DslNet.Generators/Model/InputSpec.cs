namespace DslNet.Generators.Model;

/// <summary>An input port.</summary>
/// <param name="Name">The name by which layers refer to it.</param>
/// <param name="Shape">The shape of one sample.</param>
/// <param name="Gradient">Whether the gradient of the loss by it is wanted.</param>
internal sealed record InputSpec(string Name, Shape Shape, bool Gradient)
{
    /// <summary>The name of the only input.</summary>
    public const string DefaultName = "Input";
}
