using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Convolution.Winograd;

/// <summary>
/// Vertical axis of the first Winograd product, which both rows of a pair of output rows have in common: pair i applies the sum of kernel rows
/// 2·tap and 2·tap + 1 to image row 2·(i + tap) + 1 − padding.
/// </summary>
internal sealed record CommonProductAxis(ForwardAxis Forward) : TapAxis((Forward.Outputs + 1) / 2, Forward.Inputs, Forward.Kernel / 2)
{
    public override int TapStep => 1;

    private int FirstRow => 1 - Forward.PadBefore;

    public override int? Input(int output, int tap)
    {
        int input = 2 * (output + tap) + FirstRow;
        return input >= 0 && input < Inputs ? input : null;
    }

    public override string InputExpression(string output, string tap) => Offset.Of(Offset.Times(Offset.Sum(output, tap), 2), FirstRow);

    protected override string FirstTapOf(string output)
    {
        int outside = Forward.PadBefore / 2;
        return outside == 0 ? "0" : $"{output} < {outside} ? {outside} - {output} : 0";
    }

    protected override string EndTapOf(string output)
    {
        int end = (Inputs + Forward.PadBefore) / 2;
        return Outputs - 1 + Kernel <= end ? $"{Kernel}" : $"{output} + {Kernel} > {end} ? {end} - {output} : {Kernel}";
    }
}
