using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Windows;

/// <summary>
/// The gradient of the input: position i of the image was met by output (i + padding − tap) / stride, where that is whole.
/// </summary>
/// <param name="Outputs">Positions of the image.</param>
/// <param name="Inputs">Outputs of the convolution.</param>
/// <param name="Kernel">Taps.</param>
/// <param name="Stride">The forward stride.</param>
/// <param name="PadBefore">The forward padding.</param>
internal sealed record BackwardAxis(int Outputs, int Inputs, int Kernel, int Stride, int PadBefore) : TapAxis(Outputs, Inputs, Kernel)
{
    public override int TapStep => Stride;

    public override int? Input(int output, int tap)
    {
        int distance = output + PadBefore - tap;
        return distance >= 0 && distance % Stride == 0 && distance / Stride < Inputs ? distance / Stride : null;
    }

    public override string InputExpression(string output, string tap)
    {
        string distance = tap == "0" ? Offset.Of(output, PadBefore) : $"{Offset.Of(output, PadBefore)} - {tap}";
        return Stride == 1 ? distance : $"{Offset.Factor(distance)} / {Stride}";
    }

    protected override string FirstTapOf(string output)
    {
        int last = (Inputs - 1) * Stride;
        string start = Offset.Of(output, PadBefore);
        return $"{start} > {last} ? {start} - {last} : {(Stride == 1 ? "0" : $"{Offset.Factor(start)} % {Stride}")}";
    }

    protected override string EndTapOf(string output)
    {
        string start = Offset.Of(output, PadBefore);
        return $"{start} < {Kernel} ? {Offset.Of(output, PadBefore + 1)} : {Kernel}";
    }
}
