using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Convolution.Winograd;

/// <summary>
/// Vertical axis of the second Winograd product. Even output rows apply the even kernel row of each pair to the row differences, odd output
/// rows the odd one; the differences begin with the first row of the padding. The last row of an odd kernel has no partner and is applied to the
/// image itself.
/// </summary>
internal sealed record DifferenceProductAxis(ForwardAxis Forward) : TapAxis(Forward.Outputs, Forward.Inputs, Forward.Kernel)
{
    public override int TapStep => 2;

    /// <summary>The row of an odd kernel that has no partner; null of an even one.</summary>
    public int? Single => Kernel % 2 == 1 ? Kernel - 1 : null;

    /// <summary>Rows of differences that there are taps for.</summary>
    public int DifferenceRows => Outputs + Kernel / 2 * 2 - 2;

    // A row of the differences, of which there is one for every tap (outside the image it is one of zeros), or of the image.
    public override int? Input(int output, int tap) => tap % 2 == 1 ? null : tap == Single ? Forward.Input(output, tap) : output + tap;

    public override string InputExpression(string output, string tap) => Offset.Sum(output, tap);

    protected override string FirstTapOf(string output) => "0";

    protected override string EndTapOf(string output) =>
        IsComplete ? $"{Kernel}" : LastComplete < 0 ? $"{Kernel - 1}" : $"{output} > {LastComplete} ? {Kernel - 1} : {Kernel}";

    public override string KernelRow(string output, string tap) =>
        Single is { } single ? $"{tap} < {single} ? {tap} + ({output} & 1) : {single}" : Offset.Sum(tap, $"({output} & 1)");

    public override string Reference(string image, string? differences, string row, string tapRow, int rowStride, string inRow)
    {
        string difference = At(differences!, InputExpression(row, tapRow), rowStride, inRow);
        return Single is { } single
            ? $"ref {tapRow} < {single} ? {difference} : {At(image, Offset.Of(row, single - Forward.PadBefore), rowStride, inRow)}"
            : difference;
    }

    public override bool IsComplete => Single is null || Outputs - 1 <= LastComplete;

    /// <summary>The last output row for which the row without a partner meets the image; negative if there is none.</summary>
    private int LastComplete => Inputs + Forward.PadBefore - Kernel;
}
