using DslNet.Generators.Model;

namespace DslNet.Generators.Parsing;

/// <summary>Compares the asserted output with what the last layer produces.</summary>
internal static class OutputReader
{
    public static void Check(NetworkDraft draft, ProblemList problems)
    {
        if (draft.Output is not { } attribute)
            return;

        var arguments = new AttributeArguments(attribute);
        Shape declared = PortReader.Read(arguments);
        arguments.Tell("Output", problems);
        if (arguments.SizeDoubted || draft.Layers.Count == 0)
            return;

        LayerDraft last = draft.Layers[draft.Layers.Count - 1];
        if (declared == last.Output)
            return;

        if (draft.HasStrayLayers || draft.EndsDoubtfully || last.Certainty < ShapeCertainty.Known)
        {
            problems.LeaveOut(RuleIds.OutputDiffers);
            return;
        }

        problems.Add(
            RuleIds.OutputDiffers, attribute.Syntax.GetLocation(),
            [declared, last.Path, last.Output, last.Output.ArgumentList]);
    }
}
