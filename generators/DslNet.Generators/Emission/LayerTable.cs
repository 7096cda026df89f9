using System.Security;
using DslNet.Generators.Model;

namespace DslNet.Generators.Emission;

/// <summary>The table of layers that the class's documentation shows.</summary>
internal static class LayerTable
{
    public static IEnumerable<string> Write(NetworkSpec network)
    {
        yield return "/// <remarks>";
        yield return "/// <list type=\"table\">";
        yield return "/// <listheader><term>Layer</term><description>output | parameters | multiply-adds</description></listheader>";
        foreach (InputSpec input in network.Inputs)
            yield return Row(input.Name, $"{input.Shape}");
        long parameters = 0, multiplyAdds = 0;
        foreach (NodeSpec node in network.Nodes)
        {
            Shape input = network.ShapeOf(node.Inputs[0]);
            long learned = node.Layer.ParameterCount(input), cost = node.Layer.MultiplyAdds(input, node.Output);
            yield return Row($"{node.Name}: {SecurityElement.Escape(node.Layer.Declaration)}", $"{node.Output} | {Literal.Grouped(learned)} | {Literal.Grouped(cost)}");
            parameters += learned;
            multiplyAdds += cost;
        }

        yield return Row("Total", $"{Literal.Grouped(parameters)} parameters ({Literal.Grouped(parameters * 4)} bytes) | {Literal.Grouped(multiplyAdds)} multiply-adds a sample");
        if (network.Loss is { } loss)
            yield return Row("Loss", loss.Kind);
        yield return "/// </list>";
        yield return "/// </remarks>";
    }

    private static string Row(string term, string description) =>
        $"/// <item><term>{term}</term><description>{description}</description></item>";
}
