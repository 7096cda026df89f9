using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Tests.Parsing;

namespace DslNet.Generators.Tests.Plans;

/// <summary>What is declared frozen has no gradient that would be computed in vain.</summary>
public sealed class FrozenTests
{
    [Fact]
    public void Nothing_is_computed_of_layers_before_which_nothing_learns()
    {
        ProgramPlan gradients = GradientsOf("[Input(1, 8, 8), Conv2D(4, 3, Frozen = true), ReLU, MaxPool2D(2), Flatten, Dense(8, Frozen = true), Tanh, Dense(2), MeanSquaredError]");
        Assert.Equal(["Dense2"], gradients.Operations.Where(IsBackward).Select(operation => operation.Layer!).Distinct());
    }

    [Fact]
    public void Gradients_pass_through_it_to_what_learns()
    {
        ProgramPlan gradients = GradientsOf("[Input(4), Dense(8), Tanh, Dense(8, Frozen = true), Tanh, Dense(2), MeanSquaredError]");
        Assert.Equal(["Dense1", "Dense3"], gradients.Operations.Where(operation => operation.Role == Role.WeightGradient).Select(operation => operation.Layer!).Distinct().Order());
        Assert.Contains(gradients.Operations, operation => operation is { Layer: "Dense2", Role: Role.InputGradient });
    }

    private static ProgramPlan GradientsOf(string attributes) => Planning.Compilation.Of(NetworkSource.Valid(attributes)).Gradients!;

    private static bool IsBackward(Operation operation) => operation.Role is Role.WeightGradient or Role.InputGradient;
}
