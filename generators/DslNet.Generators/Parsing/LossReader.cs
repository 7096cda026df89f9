using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Parsing;

/// <summary>Reads the losses and checks that each can be computed from the output that it is of: the last layer's where there is but one.</summary>
internal static class LossReader
{
    public static IReadOnlyList<LossSpec> Read(NetworkDraft draft, IReadOnlyList<PortSpec> outputs, INamedTypeSymbol type, ProblemList problems)
    {
        List<LossSpec> losses = [];
        List<(string Output, string Kind)> known = [];
        foreach (DeclaredAttribute attribute in draft.Losses)
        {
            var arguments = new AttributeArguments(attribute);
            if (losses.Count > 0 && IsSecond(draft, attribute, arguments, type, problems))
                continue;
            PortSpec output = OutputOf(draft, attribute, arguments, outputs, problems);
            LossSpec loss = LossCatalogue.Readers[attribute.Data.AttributeClass!.MetadataName](arguments, output.Value) with
            {
                Of = output.Name,
                Weight = arguments.Finite("Weight", otherwise: 1, minimum: 0, exclusive: true),
            };
            arguments.Tell(loss.Kind, problems);
            if (known.Contains((output.Name, loss.Kind)))
            {
                problems.Add(RuleIds.SecondLoss, attribute.Syntax.GetLocation(), [type.Name, loss.Kind, loss.Kind, $"both are of {output.Name}", ""]);
                continue;
            }

            known.Add((output.Name, loss.Kind));
            losses.Add(loss);
            if (draft.Layers.Count > 0)
                Check(draft, arguments, loss, output, problems);
        }

        return losses;
    }

    /// <summary>Of several losses each must say what it is of.</summary>
    private static bool IsSecond(NetworkDraft draft, DeclaredAttribute attribute, AttributeArguments arguments, INamedTypeSymbol type, ProblemList problems)
    {
        if (arguments.String("Of") is not null || draft.Outputs.Any(output => output.Name is not null))
            return false;
        if (draft.OutputsMissNames)
        {
            problems.LeaveOut(RuleIds.SecondLoss);
            return true;
        }

        problems.Add(
            RuleIds.SecondLoss, attribute.Syntax.GetLocation(),
            [type.Name, draft.Losses[0].DisplayName, attribute.DisplayName, "a network without named outputs is trained for one loss", ", or name outputs, [Output(\"policy\", From = \"…\")], and write Of = \"policy\" in the loss of each"]);
        return true;
    }

    private static PortSpec OutputOf(NetworkDraft draft, DeclaredAttribute attribute, AttributeArguments arguments, IReadOnlyList<PortSpec> outputs, ProblemList problems)
    {
        string choices = string.Join(" or ", outputs.Select(output => $"Of = \"{output.Name}\""));
        bool areNamed = draft.Outputs.Any(output => output.Name is not null);
        if (arguments.String("Of") is not { } of)
        {
            if (outputs.Count > 1)
                problems.Add(RuleIds.OutputNotSaid, attribute.Syntax.GetLocation(), [attribute.DisplayName, choices]);
            return outputs[0];
        }

        if (outputs.FirstOrDefault(output => output.Name == IdentifierText.Normalize(of)) is { } found && areNamed)
            return found;

        // Of a name that is not allowed the port says so; it is the output that was meant.
        if (draft.Outputs.FindIndex(output => output.Name is { } name && IdentifierText.Normalize(name) == IdentifierText.Normalize(of)) is var meant and >= 0)
            return outputs[meant];
        problems.Add(
            RuleIds.UnknownOutput, arguments.LocationOf("Of"),
            [attribute.DisplayName, of, areNamed ? $"Write {choices}" : $"Add [Output(\"{of}\")] behind the layer that it is computed from, or leave Of out",
                areNamed ? string.Join(", ", outputs.Select(output => output.Name)) : ""]);
        return outputs[0];
    }

    private static void Check(NetworkDraft draft, AttributeArguments arguments, LossSpec loss, PortSpec output, ProblemList problems)
    {
        LayerDraft layer = draft.LayerOf(output.Value)!;
        CheckReference(draft, arguments, loss, layer, problems);
        ShapeCertainty certainty = draft.HasStrayLayers || draft.EndsDoubtfully || draft.OutputsMissNames ? ShapeCertainty.Unknown : layer.Certainty;
        loss.CheckShape(
            new ShapedInput(layer.Path, layer.Output),
            new ShapeProblems(loss.Kind, arguments, certainty, problems));
    }

    private static void CheckReference(NetworkDraft draft, AttributeArguments arguments, LossSpec loss, LayerDraft last, ProblemList problems)
    {
        if (arguments.String("From") is not { } written)
            return;
        string from = IdentifierText.Normalize(written);
        if (draft.Scope.Members.FirstOrDefault(member => member.IsCalled(from)) is { } called && called.Last == last)
            return;

        bool isInput = from == PortSpec.InputName || draft.Inputs.Any(input => input.UsedName == from), exists = isInput || draft.Scope.Members.Any(member => member.IsCalled(from));
        if (exists)
            problems.Add(RuleIds.LossNotLast, arguments.LocationOf("From"), [loss.Kind, from, last.Path, isInput ? "" : $", or declare [Output(\"name\", From = \"{from}\")] and write Of = \"name\""]);
        else
            problems.Add(RuleIds.UnknownReference, arguments.LocationOf("From"), [loss.Kind, from, last.Path]);
    }
}
