using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Windows;

/// <summary>
/// An axis divided into a number of windows that is given, as PyTorch's adaptive poolings have it: output o meets the inputs from
/// ⌊o·inputs / outputs⌋ to ⌈(o + 1)·inputs / outputs⌉. Windows differ in length by one, and overlap by one input, where that is not whole.
/// </summary>
internal sealed record AdaptiveAxis : TapAxis
{
    private AdaptiveAxis(int outputs, int inputs, int longest) : base(outputs, inputs, longest)
    {
    }

    /// <summary>The axis; a plain one where its windows are equally long and equally far apart.</summary>
    public static TapAxis Of(int outputs, int inputs)
    {
        int length = End(0, outputs, inputs), step = outputs == 1 ? length : Start(1, outputs, inputs);
        bool isPlain = step > 0 && Enumerable.Range(0, outputs).All(output =>
            Start(output, outputs, inputs) == output * step && End(output, outputs, inputs) == output * step + length);
        return isPlain
            ? new ForwardAxis(outputs, inputs, length, step, 0)
            : new AdaptiveAxis(outputs, inputs, Enumerable.Range(0, outputs).Max(output => End(output, outputs, inputs) - Start(output, outputs, inputs)));
    }

    public override bool IsEven => false;

    public override bool CoversAll => true;

    public override int TapStep => 1;

    public override int? Input(int output, int tap) => Start(output, Outputs, Inputs) + tap is var input && input < End(output, Outputs, Inputs) ? input : null;

    public override string InputExpression(string output, string tap) =>
        Offset.ValueOf(output) is { } value ? Offset.Sum(Literal.Of(Start(value, Outputs, Inputs)), tap) : Offset.Sum(StartOf(output), tap);

    protected override string FirstTapOf(string output) => "0";

    protected override string EndTapOf(string output) => $"{Quotient($"{Offset.Of(Scaled(output), Inputs + Outputs - 1)}")} - {StartOf(output)}";

    // Integers of 32 bits do where no product is larger.
    private bool IsLong => (long)(Outputs + 1) * Inputs + Outputs > int.MaxValue;

    private string StartOf(string output) => Quotient(Scaled(output));

    private string Scaled(string output) => Offset.Times(IsLong ? $"(long){Offset.Factor(output)}" : output, Inputs);

    private string Quotient(string dividend) => IsLong ? $"(int)({Offset.Factor(dividend)} / {Literal.Of(Outputs)})" : $"{Offset.Factor(dividend)} / {Literal.Of(Outputs)}";

    private static int Start(int output, int outputs, int inputs) => (int)((long)output * inputs / outputs);

    private static int End(int output, int outputs, int inputs) => (int)((((long)output + 1) * inputs + outputs - 1) / outputs);
}
