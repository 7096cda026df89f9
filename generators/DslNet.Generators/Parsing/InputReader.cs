using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Parsing;

/// <summary>Reads the input port, and says what is missing where there is none, or no layer behind it.</summary>
internal static class InputReader
{
    public static PortSpec Read(NetworkDraft draft, INamedTypeSymbol type, ProblemList problems, out ShapeCertainty certainty)
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

        if (draft.Input is not { } attribute)
        {
            if (draft.HasStrayInput)
                problems.LeaveOut(RuleIds.InputMissing);
            else
                problems.Add(RuleIds.InputMissing, nowhere, [type.Name]);
            certainty = ShapeCertainty.Unknown;
            return new PortSpec(PortSpec.InputName, PortRole.Input, 0, Shape.Vector(1));
        }

        var arguments = new AttributeArguments(attribute);
        Shape shape = PortReader.Read(arguments);
        arguments.Tell(PortSpec.InputName, problems);
        certainty = !arguments.IsReadable ? ShapeCertainty.Unknown
            : arguments.SizeDoubted ? ShapeCertainty.Rank
            : ShapeCertainty.Known;

        long length = shape.Length;
        if (length > Limits.TensorLength)
        {
            problems.Add(RuleIds.TensorTooLarge, attribute.Syntax.GetLocation(), [PortSpec.InputName, length, Limits.TensorLength]);
            shape = shape.Smallest;
            certainty = ShapeCertainty.Rank;
        }

        return new PortSpec(PortSpec.InputName, PortRole.Input, 0, shape, Gradient: arguments.Boolean("Gradient", otherwise: false));
    }
}
