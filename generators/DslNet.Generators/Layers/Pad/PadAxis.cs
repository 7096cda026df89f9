using DslNet.Generators.Model;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Pad;

/// <summary>One axis of what is padded.</summary>
/// <param name="Before">Positions before.</param>
/// <param name="Input">Its length.</param>
/// <param name="After">Positions behind.</param>
/// <param name="Mode">What they hold.</param>
internal sealed record PadAxis(int Before, int Input, int After, PadMode Mode)
{
    /// <summary>An axis of one position without anything around it.</summary>
    public static PadAxis Single { get; } = new(0, 1, 0, PadMode.Zero);

    /// <summary>What they hold; of an axis without any, zeros, so that kernels of it are equal.</summary>
    public PadMode Mode { get; } = Before + After == 0 ? PadMode.Zero : Mode;

    /// <summary>The length with what is around it.</summary>
    public int Output => Before + Input + After;

    /// <summary>The runs of positions in their order: what is before, the axis itself, what is behind.</summary>
    public IEnumerable<PadRun> Runs => new PadRun[]
    {
        new(0, Before, Mode switch
        {
            PadMode.Reflect => output => Minus(Before, output),
            PadMode.Replicate => _ => "0",
            _ => null,
        }, IsBorder: true),
        new(Before, Input, output => Offset.Of(output, -Before), IsBorder: false),
        new(Before + Input, After, Mode switch
        {
            PadMode.Reflect => output => Minus(Before + 2 * (Input - 1), output),
            PadMode.Replicate => _ => Literal.Of(Input - 1),
            _ => null,
        }, IsBorder: true),
    }.Where(run => run.Count > 0);

    private static string Minus(int constant, string output) =>
        Offset.ValueOf(output) is { } value ? Literal.Of(constant - value) : $"{Literal.Of(constant)} - {output}";
}
