using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Parsing;

/// <summary>Reads the loss and checks that it can be computed from what the last layer produces.</summary>
internal static class LossReader
{
    public static LossSpec? Read(NetworkDraft draft, INamedTypeSymbol type, ProblemList problems)
    {
        if (draft.Losses.Count == 0)
            return null;

        DeclaredAttribute first = draft.Losses[0];
        ReportOthers(draft.Losses, type, problems);

        var arguments = new AttributeArguments(first);
        int value = draft.Layers.Count;
        LossSpec loss = LossCatalogue.Readers[first.Data.AttributeClass!.MetadataName](arguments, value);
        arguments.Tell(loss.Kind, problems);
        if (draft.Layers.Count == 0)
            return loss;

        CheckReference(draft, arguments, loss, problems);
        LayerDraft last = draft.Layers[draft.Layers.Count - 1];
        ShapeCertainty certainty = draft.HasStrayLayers || draft.EndsDoubtfully ? ShapeCertainty.Unknown : last.Certainty;
        loss.CheckShape(
            new ShapedInput(last.Path, last.Output),
            new ShapeProblems(loss.Kind, arguments, certainty, problems));
        return loss;
    }

    private static void ReportOthers(IReadOnlyList<DeclaredAttribute> losses, INamedTypeSymbol type, ProblemList problems)
    {
        foreach (DeclaredAttribute other in losses.Skip(1))
            problems.Add(RuleIds.SecondLoss, other.Syntax.GetLocation(), [type.Name, losses[0].DisplayName, other.DisplayName]);
    }

    private static void CheckReference(NetworkDraft draft, AttributeArguments arguments, LossSpec loss, ProblemList problems)
    {
        ScopeMember last = draft.Scope.Members[draft.Scope.Members.Count - 1];
        if (arguments.String("From") is not { } written)
            return;
        string from = IdentifierText.Normalize(written);
        if (last.IsCalled(from))
            return;

        bool exists = from == PortSpec.InputName || draft.Scope.Members.Any(member => member.IsCalled(from));
        if (exists)
            problems.Add(RuleIds.LossNotLast, arguments.LocationOf("From"), [loss.Kind, from, last.Name, from == PortSpec.InputName ? "" : $", or move {from} to the end"]);
        else
            problems.Add(RuleIds.UnknownReference, arguments.LocationOf("From"), [loss.Kind, from, last.Name]);
    }
}
