using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Planning;

/// <summary>A kernel of a network.</summary>
/// <param name="Name">Its method: that of the first operation that calls it.</param>
/// <param name="Key">The kernel.</param>
/// <param name="Others">The other operations that call it.</param>
/// <param name="Layers">The layers whose work it does.</param>
internal sealed record NamedKernel(string Name, KernelKey Key, EquatableArray<string> Others, EquatableArray<string> Layers)
{
    public Kernel Kernel => Key.Kernel;

    /// <summary>What it is called where it is written.</summary>
    public KernelName KernelName => new(Name, LayersPhrase);

    /// <summary>Writes what programs call for a target.</summary>
    public void Write(SourceWriter writer, Target target) => Kernel.Write(writer, target, KernelName);

    private string LayersPhrase => Layers.Count switch
    {
        0 => "",
        1 => Layers[0],
        2 => $"{Layers[0]}, also {Layers[1]}",
        _ => $"{Layers[0]}, also {Layers[1]} and {NumberText.Grouped(Layers.Count - 2)} more",
    };
}
