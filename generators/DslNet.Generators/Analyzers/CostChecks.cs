using DslNet.Generators.Diagnostics;
using DslNet.Generators.Graph;
using DslNet.Generators.Model;
using DslNet.Generators.Parsing;

namespace DslNet.Generators.Analyzers;

/// <summary>Compares what a network costs with what it may cost.</summary>
internal static class CostChecks
{
    public static void Run(ParsedNetwork parsed, ProblemList problems)
    {
        // What a broken network will cost is not known.
        if (!parsed.Spec.IsValid || parsed.Budget is not { } budget)
            return;

        NetworkSpec network = parsed.Spec;
        Compare(
            budget.Parameters, nameof(budget.Parameters), "parameters",
            node => node.Layer.ParameterCount(network.ShapeOf(node.Inputs[0])));
        Compare(
            budget.MultiplyAdds, nameof(budget.MultiplyAdds), "multiply-adds a sample",
            node => node.Layer.MultiplyAdds(network.ShapeOf(node.Inputs[0]), node.Output));
        if (budget.Bytes is not null)
        {
            // Only lowering knows how parameters are laid out.
            var table = new ParameterTable();
            Lowering.Evaluation(network, table);
            Compare(budget.Bytes, nameof(budget.Bytes), "bytes of parameters", node => sizeof(float) * table.LengthOf(node.Name));
        }

        void Compare(long? limit, string argument, string unit, Func<NodeSpec, long> cost)
        {
            (string Name, long Cost)[] layers = [.. network.Nodes.Select(node => (node.Name, cost(node)))];
            long actual = layers.Sum(layer => layer.Cost);
            if (actual <= (limit ?? long.MaxValue))
                return;
            (string name, long largest) = layers.OrderByDescending(layer => layer.Cost).First();
            problems.Add(
                RuleIds.BudgetExceeded, budget.LocationOf(argument),
                [network.Type.Name.TrimStart('@'), actual, unit, limit!.Value, name, largest, argument]);
        }
    }
}
