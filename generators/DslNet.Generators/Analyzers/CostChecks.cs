using DslNet.Generators.Emission;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Parsing;
using DslNet.Generators.Simd;
using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Analyzers;

/// <summary>Tells what makes a network slow, to run or to compile, and compares what it costs with what it may cost.</summary>
internal static class CostChecks
{
    /// <param name="parsed">The network.</param>
    /// <param name="optimization">How it is compiled.</param>
    /// <param name="targets">The instruction sets that are generated, the preferred one first.</param>
    /// <param name="problems">Receives what is found.</param>
    public static void Run(ParsedNetwork parsed, OptimizationLevel optimization, IReadOnlyList<Target> targets, ProblemList problems)
    {
        // What a broken network will cost is not known.
        if (!parsed.Spec.IsValid)
            return;

        // The property that turns the optimiser on in Debug builds does so by the compiler's own option.
        if (optimization == OptimizationLevel.Debug)
            problems.Add(RuleIds.OptimizerOff, parsed.Source.ClassName, [parsed.Spec.Type.PlainName]);

        NetworkAnalysis analysis = Planning.Compilation.Analyze(parsed.Spec);
        IReadOnlyList<Operation> operations = ProgramLowering.Evaluation(analysis);
        for (int i = 0; i < parsed.Spec.Nodes.Count; i++)
        {
            string name = parsed.Spec.Nodes[i].Name;

            // Of several kernels the last one computes the output.
            foreach (Operation forward in operations.Where(operation => operation.Layer == name && operation.Role == Role.Forward).Reverse())
            {
                if (forward.Kernel is not { } kernel || kernel.LoopInstead(kernel.RunsOn(targets[0])) is not { } instead)
                    continue;
                Target own = kernel.RunsOn(targets[0]);
                problems.Add(RuleIds.TooLargeToUnroll, parsed.Source.Layers[i].GetLocation(), [parsed.Spec.Nodes[i].Path, own.Name, instead]);
                break;
            }
        }

        if (CompilingCost.Of(parsed.Spec, targets) is { Seconds: > CompilingCost.MostSeconds } compiling)
            problems.Add(RuleIds.SlowToCompile, parsed.Source.ClassName, [parsed.Spec.Type.PlainName, (long)Math.Round(compiling.Seconds), compiling.Kernels]);

        if (parsed.Budget is { } budget)
            CheckBudget(parsed.Spec, analysis.Parameters, budget, problems);
    }

    private static void CheckBudget(NetworkSpec network, ParameterTable table, BudgetDraft budget, ProblemList problems)
    {
        Compare(budget.Parameters, nameof(budget.Parameters), "parameters", network.ParametersOf);
        Compare(budget.MultiplyAdds, nameof(budget.MultiplyAdds), "multiply-adds per sample", network.MultiplyAddsOf);
        Compare(budget.Bytes, nameof(budget.Bytes), "bytes of parameters", node => sizeof(float) * table.LengthOf(node.Name));

        void Compare(long? limit, string argument, string unit, Func<NodeSpec, long> cost)
        {
            (string Name, long Cost)[] layers = [.. network.Nodes.Select(node => (node.Path, cost(node)))];
            long actual = layers.Sum(layer => layer.Cost);
            if (actual <= (limit ?? long.MaxValue))
                return;
            (string name, long largest) = layers.OrderByDescending(layer => layer.Cost).First();
            problems.Add(
                RuleIds.BudgetExceeded, budget.LocationOf(argument),
                [network.Type.PlainName, actual, unit, limit!.Value, name, largest, argument]);
        }
    }
}
