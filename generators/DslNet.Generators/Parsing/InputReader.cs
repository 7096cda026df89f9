using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Parsing;

/// <summary>Reads the input ports, and says what is missing where there is none, or no layer behind it.</summary>
internal static class InputReader
{
    public static IReadOnlyList<(PortSpec Port, ShapeCertainty Certainty)> Read(NetworkDraft draft, INamedTypeSymbol type, ProblemList problems)
    {
        Location nowhere = draft.ClassName;
        if (draft.Layers.Count == 0)
        {
            // It may be there, but misspelt or misplaced.
            if (draft.HasStrayLayers || draft.EndsDoubtfully)
                problems.LeaveOut(RuleIds.LayerMissing);
            else
                problems.Add(RuleIds.LayerMissing, nowhere, [type.Name]);
        }

        if (draft.Inputs.Count == 0)
        {
            if (draft.HasStrayInput)
                problems.LeaveOut(RuleIds.InputMissing);
            else
                problems.Add(RuleIds.InputMissing, nowhere, [type.Name]);
            return [(new PortSpec(PortSpec.InputName, PortRole.Input, 0, Shape.Vector(1)), ShapeCertainty.Unknown)];
        }

        return [.. draft.Inputs.Select((input, value) => Read(input, value, problems))];
    }

    private static (PortSpec Port, ShapeCertainty Certainty) Read(PortDraft input, int value, ProblemList problems)
    {
        AttributeArguments arguments = input.Arguments;
        Shape shape = PortReader.Read(arguments);
        arguments.Tell(input.UsedName, problems);
        ShapeCertainty certainty = !arguments.IsReadable ? ShapeCertainty.Unknown
            : arguments.SizeDoubted ? ShapeCertainty.Rank
            : ShapeCertainty.Known;

        long length = shape.Length;
        if (length > Limits.TensorLength)
        {
            problems.Add(RuleIds.TensorTooLarge, input.Attribute.Syntax.GetLocation(), [input.UsedName, length, Limits.TensorLength]);
            shape = shape.Smallest;
            certainty = ShapeCertainty.Rank;
        }

        ElementType element = shape.IsOfTokens ? ElementType.Int32 : ElementType.Float32;
        return (new PortSpec(input.UsedName, PortRole.Input, value, shape, element, arguments.Boolean("Gradient", otherwise: false)), certainty);
    }
}
