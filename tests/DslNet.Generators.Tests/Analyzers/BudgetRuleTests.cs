using DslNet.Generators.Parsing;
using DslNet.Generators.Planning;
using DslNet.Generators.Tests.Parsing;

namespace DslNet.Generators.Tests.Analyzers;

/// <summary>DSLN0300: what a network may cost.</summary>
public sealed class BudgetRuleTests
{
    private const string Layers = "[Input(1, 6, 6), Conv2D(3, 3), ReLU, Flatten, Dense(2)]";

    // Conv1: 30 parameters, 9 × 8 = 72 weights and 8 biases stored as 80 and 16 floats; Dense1: 98 parameters, 16 × 3 × 8 = 384 and 16 floats.
    [Theory]
    [InlineData("Parameters = 127", "Net has 128 parameters, but its budget is 127; Dense1 alone has 98. Make Dense1 smaller, or raise Parameters.")]
    [InlineData("MultiplyAdds = 500L", "Net has 528 multiply-adds per sample, but its budget is 500; Conv1 alone has 432. Make Conv1 smaller, or raise MultiplyAdds.")]
    [InlineData("Bytes = 1_983", "Net has 1,984 bytes of parameters, but its budget is 1,983; Dense1 alone has 1,600. Make Dense1 smaller, or raise Bytes.")]
    public Task What_is_exceeded_is_told_with_the_dearest_layer(string limit, string message) =>
        Analysis.VerifyNetworkAsync($"{Layers}[Budget({{|DSLN0300:{limit}|}})]", message);

    [Theory]
    [InlineData("Parameters = 128")]
    [InlineData("MultiplyAdds = 528")]
    [InlineData("Bytes = 1_984")]
    [InlineData("Parameters = 1000, Bytes = 1_000_000_000_000, MultiplyAdds = 10_000")]
    public Task What_is_kept_is_not_told(string limit) => Analysis.VerifyNetworkAsync($"{Layers}[Budget({limit})]");

    [Fact]
    public Task Each_limit_is_told_by_itself_and_none_is_needed()
    {
        return Task.WhenAll(
            Analysis.VerifyNetworkAsync($"[Budget({{|DSLN0300:Parameters = 1|}}, {{|DSLN0300:MultiplyAdds = 1|}}, {{|DSLN0300:Bytes = 1|}})]{Layers}"),
            Analysis.VerifyNetworkAsync($"[Budget]{Layers}"));
    }

    [Theory]
    [InlineData("{|DSLN0053:Parameters = 0|}", "Budget has Parameters = 0. Write a positive number, or leave it out.")]
    [InlineData("MultiplyAdds = 1_000, {|DSLN0053:Bytes = -4|}", "Budget has Bytes = -4. Write a positive number, or leave it out.")]
    public Task A_limit_is_positive(string limits, string message) => Analysis.VerifyNetworkAsync($"{Layers}[Budget({limits})]", message);

    /// <summary>So that what is generated does not depend on a budget, not even on a wrong one.</summary>
    [Theory]
    [InlineData("Parameters = 0")]
    [InlineData("Parameters = 1, Bytes = -4")]
    public void A_limit_that_makes_no_sense_leaves_the_network_as_it_is(string limits)
    {
        ParsedNetwork parsed = NetworkSource.Parse(NetworkSource.Class($"{Layers}[Budget({limits})]"));
        Assert.Equal("DSLN0053", Assert.Single(parsed.Problems).Id);
        Assert.Equal(NetworkSource.Valid(Layers), parsed.Spec);
    }

    /// <summary>The other limits are compared all the same.</summary>
    [Fact]
    public Task A_limit_that_makes_no_sense_does_not_hide_another() =>
        Analysis.VerifyNetworkAsync($"{Layers}[Budget({{|DSLN0300:Parameters = 127|}}, {{|DSLN0053:Bytes = -4|}})]");

    [Fact]
    public Task A_broken_network_is_not_measured() =>
        Analysis.VerifyNetworkAsync("[Input(1, 6, 6), {|DSLN0100:Dense(100)|}, Budget(Parameters = 1)]");

    [Fact]
    public Task There_is_one_budget() => Analysis.VerifyAsync(
        $"[Network]{Layers}[Budget(Parameters = 1), {{|DSLN0019:Budget(Bytes = 2)|}}] partial class Net;");

    [Fact]
    public Task A_budget_belongs_to_a_network() => Task.WhenAll(
        Analysis.VerifyAsync("[{|DSLN0008:Budget(Parameters = 1)|}] class Net;"),
        Analysis.VerifyAsync($"[Network]{Layers} partial class Net; [{{|DSLN0007:Budget(Parameters = 1)|}}] partial class Net;"));

    [Fact]
    public void Bytes_are_those_that_the_network_holds()
    {
        var plan = Compilation.Of(NetworkSource.Valid(Layers));
        Assert.Equal(1_984, plan.Parameters.Length * sizeof(float));
        Assert.Equal(plan.Parameters.Length, plan.Network.Nodes.Sum(node => plan.Parameters.LengthOf(node.Name)));
    }
}
