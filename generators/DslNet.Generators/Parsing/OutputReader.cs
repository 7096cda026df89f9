using DslNet.Generators.Model;

namespace DslNet.Generators.Parsing;

/// <summary>Reads the output ports, and compares asserted shapes with what the layers produce.</summary>
internal static class OutputReader
{
    public static IReadOnlyList<PortSpec> Read(NetworkDraft draft, Shape input, ProblemList problems)
    {
        foreach (PortDraft output in draft.Outputs)
            Check(draft, output, problems);
        int last = draft.Layers.Count == 0 ? 0 : draft.InputCount + draft.Layers.Count - 1;
        return draft.Outputs.Count == 0
            ? [new(PortSpec.OutputName, PortRole.Output, last, ShapeOf(last))]
            : [.. draft.Outputs.Select(output => new PortSpec(output.UsedName, PortRole.Output, draft.Layers.Count == 0 ? 0 : output.Value, ShapeOf(output.Value)))];

        Shape ShapeOf(int value) => draft.Layers.Count == 0 ? input : draft.LayerOf(value)?.Output ?? input;
    }

    private static void Check(NetworkDraft draft, PortDraft output, ProblemList problems)
    {
        AttributeArguments arguments = output.Arguments;
        Shape declared = PortReader.Read(arguments);
        arguments.Tell(output.UsedName, problems);
        if (arguments.SizeDoubted || draft.Layers.Count == 0 || !PortReader.IsDeclared(arguments))
            return;

        LayerDraft last = draft.LayerOf(output.Value)!;
        if (declared == last.Output)
            return;

        if (draft.HasStrayLayers || draft.EndsDoubtfully || draft.OutputsMissNames || last.Certainty < ShapeCertainty.Known)
        {
            problems.LeaveOut(RuleIds.OutputDiffers);
            return;
        }

        problems.Add(
            RuleIds.OutputDiffers, output.Attribute.Syntax.GetLocation(),
            [declared, last.Path, last.Output, last.Output.ArgumentList]);
    }
}
