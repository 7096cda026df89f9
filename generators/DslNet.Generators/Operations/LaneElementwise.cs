using DslNet.Generators.Expressions;
using DslNet.Generators.Model;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Operations;

/// <summary>The same arithmetic on every value of some channels of a block of frames, with the frames in the lanes.</summary>
/// <param name="Summary">For its comment, what it computes.</param>
/// <param name="Channels">Channels.</param>
/// <param name="Inputs">What it reads. The expression has them as inputs, in this order.</param>
/// <param name="Rows">From one channel of each input to the next.</param>
/// <param name="Value">What it computes.</param>
/// <param name="Destination">Where that goes.</param>
/// <param name="Row">From one channel of the destination to the next.</param>
internal sealed record LaneElementwise(
    Comment Summary, int Channels, EquatableArray<KernelParameter> Inputs, EquatableArray<int> Rows, Expr Value, KernelParameter Destination, int Row) : Kernel
{
    public override bool IsOfBlock => true;

    protected override bool GainsFrom(Target target) => !target.GainsByRegisters && Value.FitsSixteenLanes;

    public override IReadOnlyList<KernelParameter> Parameters => [.. Inputs.Append(Destination).Distinct()];

    /// <summary>The operation.</summary>
    public static (Kernel Kernel, IReadOnlyList<Operand> Operands) Of(string summary, IReadOnlyList<(string Name, LaneValue Value)> inputs, Expr value, (string Name, LaneValue Value) output, int framesBefore = 0)
    {
        Operand[] read = [.. inputs.Select(input => input.Value.As(input.Name, framesBefore))];
        Operand destination = output.Value.As(output.Name);
        LaneElementwise kernel = new(
            $"{summary}: {NumberText.Counted(output.Value.Channels, "channel")}, frames in the lanes", output.Value.Channels, read.Select(operand => operand.Parameter).ToEquatableArray(),
            new([.. inputs.Select(input => input.Value.Step)]), value, destination.Parameter, output.Value.Step);
        return (kernel, [.. read.Append(destination).Distinct()]);
    }

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"{Summary}."))
        using (writer.Loop("channel", Channels, out string channel))
        using (writer.Loop("t", "0", "count", target.Lanes))
        {
            List<string> loaded = [];
            for (int i = 0; i < Inputs.Count; i++)
            {
                writer.Line($"Float__ {Inputs[i].Name}Here = {target.Load(Inputs[i].Name, Offset.Sum(Offset.Times(channel, Rows[i]), "t"))};");
                loaded.Add($"{Inputs[i].Name}Here");
            }

            string result = new ExprWriter(writer, target).Write([Value], loaded)[0];
            writer.Line(target.Store(result, Destination.Name, Offset.Sum(Offset.Times(channel, Row), "t")));
        }
    }
}
