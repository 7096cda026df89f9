using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Tests.Harness;
using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Parsing;
using DslNet.Generators.Tests.Values;

namespace DslNet.Generators.Tests.Plans;

/// <summary>A kernel is found by its operation's name: two operations of one name with different kernels would write beyond their memory.</summary>
public sealed class OperationNameTests
{
    private const int Drawn = 250;

    [Fact]
    public void Operations_of_one_name_have_one_kernel()
    {
        IEnumerable<OracleNetwork> networks = ValueCases.All.Values.Select(value => value.Network)
            .Concat(Enumerable.Range(1, Drawn).Select(RandomNetworks.Draw))
            .Concat(Enumerable.Range(1, Drawn).Select(RandomNetworks.DrawOfFrames));
        List<string> problems = [];
        foreach (OracleNetwork network in networks)
        {
            string attributes = NetworkText.Attributes(network);
            NetworkPlan plan = Planning.Compilation.Of(NetworkSource.Parse(NetworkSource.Class(attributes)).Spec);
            foreach (IGrouping<string, Operation> same in Operations(plan).Where(operation => operation.Kernel is not null).GroupBy(operation => operation.Name))
            {
                if (same.Select(operation => operation.Kernel).Distinct().Count() > 1)
                    problems.Add($"{same.Key} of {attributes}:\n{string.Join("\n", same.Select(operation => operation.Kernel).Distinct())}");
            }
        }

        Assert.True(problems.Count == 0, string.Join("\n\n", problems));
    }

    private static IEnumerable<Operation> Operations(NetworkPlan plan) => [.. plan.Evaluation.Operations, .. plan.Gradients?.Operations ?? [], .. plan.OneSample.Operations];
}
