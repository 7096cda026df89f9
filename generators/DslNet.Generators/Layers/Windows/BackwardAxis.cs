using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Windows;

/// <summary>
/// The gradient of the input: position i of the image was met by output (i + padding − tap·dilation) / stride, where that is whole.
/// </summary>
/// <param name="Outputs">Positions of the image.</param>
/// <param name="Inputs">Outputs of the convolution.</param>
/// <param name="Kernel">Taps.</param>
/// <param name="Stride">The forward stride.</param>
/// <param name="PadBefore">The forward padding.</param>
/// <param name="Dilation">The forward dilation.</param>
internal sealed record BackwardAxis(int Outputs, int Inputs, int Kernel, int Stride, int PadBefore, int Dilation = 1) : TapAxis(Outputs, Inputs, Kernel)
{
    /// <summary>What dilation and stride have in common: of so many positions one is met by any tap.</summary>
    private int Common => Enumerable.Range(1, Stride).Last(divisor => Stride % divisor == 0 && Dilation % divisor == 0);

    public override int TapStep => Stride / Common;

    public override int Meetings => new ForwardAxis(Inputs, Outputs, Kernel, Stride, PadBefore, Dilation).Meetings;

    public override int? Input(int output, int tap)
    {
        int distance = output + PadBefore - tap * Dilation;
        return distance >= 0 && distance % Stride == 0 && distance / Stride < Inputs ? distance / Stride : null;
    }

    public override string InputExpression(string output, string tap)
    {
        string distance = tap == "0" ? Offset.Of(output, PadBefore) : $"{Offset.Of(output, PadBefore)} - {Offset.Times(tap, Dilation)}";
        return Stride == 1 ? distance : $"{Offset.Factor(distance)} / {Stride}";
    }

    protected override string FirstTapOf(string output)
    {
        int last = (Inputs - 1) * Stride;
        string start = Offset.Of(output, PadBefore);
        if (Dilation == 1)
            return $"{start} > {last} ? {start} - {last} : {(Stride == 1 ? "0" : $"{Offset.Factor(start)} % {Stride}")}";

        // The first tap that does not reach behind the last input; from there on, the first one that meets an input and not a place between two.
        string inside = $"({start} > {last} ? ({Offset.Of(output, PadBefore + Dilation - 1 - last)}) / {Dilation} : 0)";
        if (TapStep == 1 && Common == 1)
            return inside;
        string met = TapStep == 1 ? inside : $"{inside} + ({Offset.Factor(start)} / {Common} % {TapStep} * {Inverse} + {TapStep} - {inside} % {TapStep}) % {TapStep}";
        return Common == 1 ? met : $"{Offset.Factor(start)} % {Common} != 0 ? {Kernel} : {met}";
    }

    protected override string EndTapOf(string output)
    {
        string start = Offset.Of(output, PadBefore);
        return Dilation == 1
            ? $"{start} < {Kernel} ? {Offset.Of(output, PadBefore + 1)} : {Kernel}"
            : $"{start} < {(Kernel - 1) * Dilation} ? {Offset.Factor(start)} / {Dilation} + 1 : {Kernel}";
    }

    /// <summary>By what a position, in units of what dilation and stride have in common, is multiplied for the tap that meets it, but for whole tap steps.</summary>
    private int Inverse => Enumerable.Range(0, TapStep).First(factor => factor * (Dilation / Common) % TapStep == 1 % TapStep);
}
