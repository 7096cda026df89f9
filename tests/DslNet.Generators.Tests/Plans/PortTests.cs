using DslNet.Generators.Emission;
using DslNet.Generators.Layers.Losses;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Simd;
using DslNet.Generators.Tests.Parsing;
using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Tests.Plans;

/// <summary>Networks with several inputs, outputs and losses, which cannot be declared yet.</summary>
public sealed class PortTests
{
    private const int Image = 0, Age = 1, Policy = 5, Price = 6;

    [Fact]
    public void Every_port_is_read_or_written()
    {
        NetworkPlan plan = Planning.Compilation.Of(TwoHeads(
            new SoftmaxCrossEntropyLoss(0, SoftmaxCrossEntropyLoss.DefaultIgnored, EquatableArray<float>.Empty) { Value = Policy }, new ElementwiseLossSpec("MeanSquaredError", EquatableArray<float>.Empty) { Value = Price }));
        Assert.Equal(["Age", "Image", "Policy", "PolicyLabel", "PolicyTarget", "Price", "PriceTarget"], PortsOf(plan.Evaluation));
        Assert.Equal(["Age", "AgeGradient", "Image", "PolicyLabel", "PolicyTarget", "PriceTarget"], PortsOf(plan.Gradients!));
        Assert.Equal(
            ["Dense1", "Dense2", "Dense3", "Dense4"],
            plan.Gradients!.Operations.Where(operation => operation.Role == Role.WeightGradient).Select(operation => operation.Layer!).Distinct().Order());
    }

    /// <summary>A loss stores its gradient, so that another one of the same value cannot store its own there.</summary>
    [Fact]
    public void Losses_of_one_value_add_their_gradients()
    {
        NetworkPlan plan = Planning.Compilation.Of(TwoHeads(
            new ElementwiseLossSpec("MeanSquaredError", EquatableArray<float>.Empty) { Value = Price }, new ElementwiseLossSpec("Huber", new([1])) { Value = Price }));
        Operation[] losses = [.. plan.Gradients!.Operations.Where(operation => operation.IsLoss)];
        Assert.Equal(["Dense4MeanSquaredError", "Dense4Huber"], losses.Select(operation => operation.Name));
        Operations.Buffer[] stored = [.. losses.Select(operation => operation.Operands[^1].Buffer)];
        Assert.NotEqual(stored[0], stored[1]);
        Operation sum = plan.Gradients.Operations.Single(operation => operation.Kernel is LayoutCopy { Accumulate: true });
        Assert.Equal([stored[1], stored[0]], sum.Operands.Select(operand => operand.Buffer));

        // Nothing is to be learned of a head that no loss sees.
        Assert.DoesNotContain(plan.Gradients.Operations, operation => operation is { Layer: "Dense3", Role: not Role.Forward });
    }

    [Theory]
    [InlineData("MeanSquaredError", "MeanSquaredError")]
    [InlineData("BinaryCrossEntropy", "MeanAbsoluteError")]
    public void The_programs_compile(string policy, string price)
    {
        NetworkPlan plan = Planning.Compilation.Of(TwoHeads(
            new ElementwiseLossSpec(policy, new([1])) { Value = Policy }, new ElementwiseLossSpec(price, EquatableArray<float>.Empty) { Value = Price }));
        string[] sources = ["public sealed partial class Net;", ProgramFile.Write(plan), KernelFile.Write(plan, Target.All.Single(target => target is PortableTarget)).ToString()];
        Assert.Empty(NetworkSource.Compile(sources).GetDiagnostics(TestContext.Current.CancellationToken).Where(problem => problem.Severity == DiagnosticSeverity.Error));
    }

    /// <summary>The names of the caller's memory that a program works on.</summary>
    private static IEnumerable<string> PortsOf(ProgramPlan program) => program.Operations
        .SelectMany(operation => operation.Operands).Select(operand => operand.Buffer).Where(buffer => buffer.Port is not null)
        .Select(buffer => buffer.Name).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Two inputs, each with a layer of its own, joined, and two outputs of that.</summary>
    private static NetworkSpec TwoHeads(params LossSpec[] losses)
    {
        NetworkSpec chain = NetworkSource.Valid("""[Input(4), Dense(8), Dense(8), Concat("Dense1"), Dense(3), Dense(1), MeanSquaredError]""");
        NodeSpec[] nodes =
        [
            chain.Nodes[0] with { Inputs = new([Image]) },
            chain.Nodes[1] with { Inputs = new([Age]) },
            chain.Nodes[2] with { Inputs = new([2, 3]) },
            chain.Nodes[3] with { Inputs = new([4]) },
            chain.Nodes[4] with { Inputs = new([4]) },
        ];
        PortSpec policy = new("Policy", PortRole.Output, Policy, nodes[3].Output), price = new("Price", PortRole.Output, Price, nodes[4].Output);
        return chain with
        {
            Nodes = new(nodes),
            Losses = new(losses),
            Ports = new(
            [
                new("Image", PortRole.Input, Image, Shape.Vector(4)), new("Age", PortRole.Input, Age, Shape.Vector(2), Gradient: true), policy, price,
                .. losses.SelectMany(loss => loss.Value == Policy ? PortSpec.Of(loss, policy.Shape, policy.Name) : PortSpec.Of(loss, price.Shape, price.Name)).Distinct(),
            ]),
        };
    }
}
