using DslNet.Generators.Lowering;
using DslNet.Generators.Model;

namespace DslNet.Generators.Parsing;

/// <summary>Looks for what a network cannot have of which there are populations.</summary>
internal static class PopulationChecks
{
    /// <param name="draft">The network, whose shapes are inferred.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="network">The class's name.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static void Run(NetworkDraft draft, IReadOnlyList<(PortSpec Port, ShapeCertainty Certainty)> inputs, string network, ProblemList problems)
    {
        if (draft.Population is not { } population)
            return;
        string? unfit = draft.HasNamedPorts ? "inputs or outputs with names of their own" : draft.IsSequence ? "sequences" : null;
        if (unfit is null && inputs[0].Port.Shape.SpatialRank > 0)
            unfit = $"an input of {inputs[0].Port.Shape}";
        if (unfit is not null)
        {
            problems.Add(RuleIds.NoPopulation, population.Syntax.GetLocation(), [network, unfit]);
            return;
        }

        foreach (LayerDraft layer in draft.Layers)
        {
            if (layer.InputsFound && !layer.FollowsUnresolved && !MemberProgram.Takes(layer.Layer, [.. layer.Inputs.Select(ShapeOf)]))
                problems.Add(RuleIds.NotForMembers, layer.Arguments, null, [layer.Path, network]);
        }

        Shape ShapeOf(int value) => draft.LayerOf(value)?.Output ?? inputs[value].Port.Shape;
    }
}
