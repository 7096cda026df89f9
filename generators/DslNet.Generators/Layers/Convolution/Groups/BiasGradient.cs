using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Convolution.Groups;

/// <summary>∂b[o] += Σ ∂y over the positions of one sample: see <see cref="BiasSums"/>.</summary>
/// <param name="Positions">Positions.</param>
/// <param name="PaddedOutputs">Channels of ∂y, with those that fill panels: from one position to the next.</param>
internal sealed record BiasGradient(int Positions, int PaddedOutputs) : Kernel
{
    public override IReadOnlyList<KernelParameter> Parameters => [new("dy"), new("db")];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"∂b += Σ ∂y over {NumberText.Counted(Positions, "position")}."))
            BiasSums.Write(writer, "dy", Positions, PaddedOutputs, "db");
    }
}
