using DslNet.Generators.Model;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Windows;

/// <summary>The forward direction: output o meets input o·stride + tap·dilation − padding.</summary>
/// <param name="Outputs">Outputs.</param>
/// <param name="Inputs">Positions of the input.</param>
/// <param name="Kernel">Taps.</param>
/// <param name="Stride">From one output's first position to the next one's.</param>
/// <param name="PadBefore">Positions of padding before the first.</param>
/// <param name="Dilation">From the position of one tap to that of the next.</param>
internal sealed record ForwardAxis(int Outputs, int Inputs, int Kernel, int Stride, int PadBefore, int Dilation = 1) : TapAxis(Outputs, Inputs, Kernel)
{
    /// <summary>The axis of a window.</summary>
    public static ForwardAxis Of(WindowAxis axis) => new(axis.Output, axis.Input, axis.Kernel, axis.Stride, axis.PadBefore, axis.Dilation);

    /// <summary>One window over a whole axis.</summary>
    public static ForwardAxis Whole(int inputs) => new(1, inputs, inputs, inputs, 0);

    /// <summary>The same axis seen from the input's gradient.</summary>
    public BackwardAxis Backward => new(Inputs, Outputs, Kernel, Stride, PadBefore, Dilation);

    public override int OutputStep => Stride;

    public override int InputStep => Dilation;

    public override int TapStep => 1;

    /// <summary>Whether some tap falls off the image's beginning, or its end.</summary>
    private bool ClipsBefore => PadBefore > 0;

    private bool ClipsAfter => (long)(Outputs - 1) * Stride + Reach - PadBefore > Inputs;

    public override bool IsDisjoint => Stride >= Reach;

    public override bool CoversAll => Dilation == 1 && Stride <= Kernel && (long)(Outputs - 1) * Stride + Kernel - PadBefore >= Inputs;

    public override bool IsComplete => !ClipsBefore && !ClipsAfter;

    // An axis may be as long as a sound is: its outputs are not gone through one by one.
    public override int Meetings => Enumerable.Range(0, Kernel).Sum(tap => Math.Max(0, OutputsUpTo(Inputs + PadBefore - tap * Dilation) - OutputsUpTo(PadBefore - tap * Dilation)));

    /// <summary>How many outputs begin before a position, counted from the padding's first.</summary>
    private int OutputsUpTo(int position) => Math.Min(Outputs, position <= 0 ? 0 : (position + Stride - 1) / Stride);

    public override int? Input(int output, int tap)
    {
        int input = output * Stride + tap * Dilation - PadBefore;
        return input >= 0 && input < Inputs ? input : null;
    }

    public override string InputExpression(string output, string tap) =>
        Offset.Sum(Offset.Times(output, Stride), Offset.Times(tap, Dilation), Literal.Of(-PadBefore));

    protected override string FirstTapOf(string output)
    {
        string start = Offset.Times(output, Stride);
        return ClipsBefore ? $"{start} < {PadBefore} ? {Ceiling(PadBefore, start, Dilation)} : 0" : "0";
    }

    protected override string EndTapOf(string output)
    {
        string start = Offset.Times(output, Stride);
        int end = Inputs + PadBefore;
        return ClipsAfter ? $"{start} + {Reach} > {end} ? {Ceiling(end, start, Dilation)} : {Kernel}" : $"{Kernel}";
    }

    /// <summary>A C# expression of the first output that a tap serves.</summary>
    public string FirstOutput(string tap) =>
        Offset.ValueOf(tap) is { } value ? Literal.Of(OutputsOf(value).DefaultIfEmpty(0).First())
        : ClipsBefore ? $"{At(tap)} < {PadBefore} ? {Ceiling(PadBefore, At(tap), Stride)} : 0" : "0";

    private IEnumerable<int> OutputsOf(int tap) => Enumerable.Range(0, Outputs).Where(output => Input(output, tap) is not null);

    /// <summary>A C# expression of the output after the last that a tap serves.</summary>
    public string EndOutput(string tap)
    {
        if (Offset.ValueOf(tap) is { } value)
            return Literal.Of(OutputsOf(value).DefaultIfEmpty(-1).Last() + 1);
        if (!ClipsAfter)
            return $"{Outputs}";
        string fit = Ceiling(Inputs + PadBefore, At(tap), Stride);
        string some = Reach - 1 >= Inputs + PadBefore ? $"{At(tap)} >= {Inputs + PadBefore} ? 0 : " : "";
        // The last tap that serves every output; where there is none, all of them are limited by the image's end.
        int last = Inputs + Stride - 1 + PadBefore - Outputs * Stride;
        return last < 0 ? some + fit : $"{some}{At(tap)} <= {last} ? {Outputs} : {fit}";
    }

    /// <summary>How far the last tap's position is behind the first one's, and one more.</summary>
    private int Reach => (Kernel - 1) * Dilation + 1;

    /// <summary>The position that a tap meets for the first output, with the padding.</summary>
    private string At(string tap) => Offset.Times(tap, Dilation);

    /// <summary>An expression of how many whole and begun steps there are from a position to a later end.</summary>
    private static string Ceiling(int end, string from, int step) => step == 1 ? $"{end} - {from}" : $"({end + step - 1} - {from}) / {step}";
}
