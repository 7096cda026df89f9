using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;
using DslNet.Generators.Tiling;

namespace DslNet.Generators.Layers.Convolution.Groups;

/// <summary>The same kernel for each of several groups, one after the other: each finds its memory some distance behind that of the group before.</summary>
/// <param name="Group">The kernel of one group.</param>
/// <param name="Count">Groups.</param>
/// <param name="Steps">For each of its parameters, the distance.</param>
internal sealed record GroupedKernel(Kernel Group, int Count, EquatableArray<int> Steps) : Kernel
{
    public override IReadOnlyList<KernelParameter> Parameters => Group.Parameters;

    protected override bool GainsFrom(Target target) => Group.RunsOn(target) == target;

    public override KernelCost? CostOn(Target target) =>
        Group.CostOn(target) is { } cost ? new(Count * cost.MultiplyAdds, Count * cost.Loads, Count * cost.Cycles) : null;

    public override string? LoopInstead(Target target) => Group.LoopInstead(target);

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        KernelName ofGroup = name with { Method = name.Method + "Group" };
        using (Method(writer, name, $"{NumberText.Counted(Count, "group")}, one after the other.", CostOn(target)))
        using (writer.Loop("group", Count, out string group))
        {
            IEnumerable<string> arguments = Parameters.Select((parameter, i) => Offset.Reference(parameter.Name, Offset.Times(group, Steps[i])));
            writer.Line($"{ofGroup.Method}({string.Join(", ", arguments)});");
        }

        Group.WriteMethods(writer, target, ofGroup);
    }
}
