using DslNet.CompilerServices;
using DslNet.Generators.Expressions;
using DslNet.Generators.Model;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Operations;

/// <summary>The same arithmetic on some values of every member of a population, with the members in the lanes.</summary>
/// <param name="Summary">For its comment, what it computes.</param>
/// <param name="Length">How many values each member has.</param>
/// <param name="Inputs">What it reads. The expression has them as inputs, in this order.</param>
/// <param name="Single">Which of them is one value for each member, and not as many as there are results; -1 if none is.</param>
/// <param name="Value">What it computes.</param>
/// <param name="Destination">Where that goes: memory that it reads as well, if need be.</param>
internal sealed record MemberElementwise(Comment Summary, int Length, EquatableArray<KernelParameter> Inputs, int Single, Expr Value, KernelParameter Destination) : Kernel
{
    protected override bool GainsFrom(Target target) => target.Lanes == MemberLanes.Count && Value.FitsSixteenLanes;

    public override IReadOnlyList<KernelParameter> Parameters => [.. Inputs.Append(Destination).Distinct()];

    /// <summary>The kernel, and what it is given.</summary>
    public static (Kernel Kernel, IReadOnlyList<Operand> Operands) Of(string summary, int length, IReadOnlyList<Operand> inputs, Expr value, Operand output, int single = -1) =>
        (new MemberElementwise(
            $"{summary}: {NumberText.Counted(length, "value")} of each member", length, inputs.Select(input => input.Parameter).ToEquatableArray(), single, value, output.Parameter),
        [.. inputs.Append(output).Distinct()]);

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        using (Method(writer, name, $"{Summary}."))
        using (Single < 0 ? writer.Loop("i", "0", Literal.Of(Length * MemberLanes.Count), target.Lanes) : writer.Loop("i", "0", Literal.Of(Length * MemberLanes.Count), MemberLanes.Count))
        using (Single < 0 || target.Lanes == MemberLanes.Count ? null : writer.Loop("lane", "0", Literal.Of(MemberLanes.Count), target.Lanes))
            WriteVector(writer, target, Single < 0 || target.Lanes == MemberLanes.Count ? "0" : "lane");
    }

    private void WriteVector(SourceWriter writer, Target target, string lane)
    {
        string at = Offset.Sum("i", lane);
        List<string> loaded = [];
        for (int i = 0; i < Inputs.Count; i++)
        {
            writer.Line($"Float__ {Inputs[i].Name}Here = {target.Load(Inputs[i].Name, i == Single ? lane : at)};");
            loaded.Add($"{Inputs[i].Name}Here");
        }

        writer.Line(target.Store(new ExprWriter(writer, target).Write(Value, loaded), Destination.Name, at));
    }
}
