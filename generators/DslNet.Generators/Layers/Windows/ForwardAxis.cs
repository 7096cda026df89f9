using DslNet.Generators.Model;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Windows;

/// <summary>The forward direction: output o meets input o·stride + tap − padding.</summary>
internal sealed record ForwardAxis(int Outputs, int Inputs, int Kernel, int Stride, int PadBefore) : TapAxis(Outputs, Inputs, Kernel)
{
    /// <summary>The axis of a window.</summary>
    public static ForwardAxis Of(WindowAxis axis) => new(axis.Output, axis.Input, axis.Kernel, axis.Stride, axis.PadBefore);

    /// <summary>One window over a whole axis.</summary>
    public static ForwardAxis Whole(int inputs) => new(1, inputs, inputs, inputs, 0);

    /// <summary>The same axis seen from the input's gradient.</summary>
    public BackwardAxis Backward => new(Inputs, Outputs, Kernel, Stride, PadBefore);

    public override int OutputStep => Stride;

    public override int TapStep => 1;

    /// <summary>Whether some tap falls off the image's beginning, or its end.</summary>
    private bool ClipsBefore => PadBefore > 0;

    private bool ClipsAfter => (long)(Outputs - 1) * Stride + Kernel - PadBefore > Inputs;

    public override bool IsDisjoint => Stride >= Kernel;

    public override bool CoversAll => Stride <= Kernel && (long)(Outputs - 1) * Stride + Kernel - PadBefore >= Inputs;

    public override bool IsComplete => !ClipsBefore && !ClipsAfter;

    public override int? Input(int output, int tap)
    {
        int input = output * Stride + tap - PadBefore;
        return input >= 0 && input < Inputs ? input : null;
    }

    public override string InputExpression(string output, string tap) =>
        Offset.Sum(Offset.Times(output, Stride), tap, Literal.Of(-PadBefore));

    protected override string FirstTapOf(string output)
    {
        string start = Offset.Times(output, Stride);
        return ClipsBefore ? $"{start} < {PadBefore} ? {PadBefore} - {start} : 0" : "0";
    }

    protected override string EndTapOf(string output)
    {
        string start = Offset.Times(output, Stride);
        return ClipsAfter ? $"{start} + {Kernel} > {Inputs + PadBefore} ? {Inputs + PadBefore} - {start} : {Kernel}" : $"{Kernel}";
    }

    /// <summary>A C# expression of the first output that a tap serves.</summary>
    public string FirstOutput(string tap) =>
        Offset.ValueOf(tap) is { } value ? Literal.Of(OutputsOf(value).DefaultIfEmpty(0).First())
        : ClipsBefore ? Stride == 1 ? $"{tap} < {PadBefore} ? {PadBefore} - {tap} : 0" : $"{tap} < {PadBefore} ? ({PadBefore + Stride - 1} - {tap}) / {Stride} : 0" : "0";

    private IEnumerable<int> OutputsOf(int tap) => Enumerable.Range(0, Outputs).Where(output => Input(output, tap) is not null);

    /// <summary>A C# expression of the output after the last that a tap serves.</summary>
    public string EndOutput(string tap)
    {
        if (Offset.ValueOf(tap) is { } value)
            return Literal.Of(OutputsOf(value).DefaultIfEmpty(-1).Last() + 1);
        if (!ClipsAfter)
            return $"{Outputs}";
        string fit = Stride == 1 ? $"{Inputs + PadBefore} - {tap}" : $"({Inputs + PadBefore + Stride - 1} - {tap}) / {Stride}";
        string some = Kernel - 1 >= Inputs + PadBefore ? $"{tap} >= {Inputs + PadBefore} ? 0 : " : "";
        // The last tap that serves every output; where there is none, all of them are limited by the image's end.
        int last = Inputs + Stride - 1 + PadBefore - Outputs * Stride;
        return last < 0 ? some + fit : $"{some}{tap} <= {last} ? {Outputs} : {fit}";
    }
}
