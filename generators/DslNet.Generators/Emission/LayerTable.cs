using System.Security;
using DslNet.Generators.Model;
using DslNet.Generators.Planning;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>The table of layers that the class's documentation shows.</summary>
internal static class LayerTable
{
    public static IEnumerable<string> Write(NetworkPlan plan)
    {
        NetworkSpec network = plan.Network;
        yield return "/// <remarks>";
        yield return "/// <list type=\"table\">";
        yield return "/// <listheader><term>Layer</term><description>output | parameters | multiply-adds</description></listheader>";
        foreach (PortSpec input in network.Inputs)
            yield return Row(input.Name, $"{input.Shape}");
        foreach (NodeSpec node in network.Nodes)
        {
            string learned = node.HasWeightsOfAnother ? $"those of {network.Nodes.First(owner => owner.Name == node.WeightsOf).Path}" : Literal.Grouped(network.ParametersOf(node)), cost = Literal.Grouped(network.MultiplyAddsOf(node));
            yield return Row($"{node.Path}: {SecurityElement.Escape(plan.DeclarationOf(node))}", $"{node.Output} | {learned} | {cost}");
        }

        long parameters = network.ParameterCount;
        yield return Row("Total", $"{NumberText.Counted(parameters, "parameter")} ({NumberText.Counted(parameters * 4, "byte")}) | {NumberText.Counted(network.MultiplyAdds, "multiply-add")} per {(network.IsSequence ? "frame" : "sample")}");
        if (network.IsSequence && plan.State is null)
            yield return Row("Over time", $"delay {NumberText.Counted(network.Delay, "frame")} | receptive field the whole sequence | no streams{(network.IsReduced ? "; one output per sequence" : "")}");
        if (plan.State is { } state)
            yield return Row("Over time", $"delay {NumberText.Counted(network.Delay, "frame")} | receptive field {(network.ReceptiveField is { } frames ? NumberText.Counted(frames, "frame") : "all frames before")} | state {NumberText.Counted(state.SavedBytes, "byte")}");
        foreach (LossSpec loss in network.Losses)
            yield return Row("Loss", loss.Kind);
        yield return "/// </list>";
        yield return "/// </remarks>";
    }

    private static string Row(string term, string description) =>
        $"/// <item><term>{term}</term><description>{description}</description></item>";
}
