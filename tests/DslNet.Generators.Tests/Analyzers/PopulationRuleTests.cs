namespace DslNet.Generators.Tests.Analyzers;

/// <summary>DSLN0230 and up: networks of which there are populations.</summary>
public sealed class PopulationRuleTests
{
    [Theory]
    [InlineData("Input(8), Dense(4), {|DSLN0230:LayerNorm|}, Dense(2)", "LayerNorm1")]
    [InlineData("Input(8), Dense(4), {|DSLN0230:Softmax|}", "Softmax1")]
    [InlineData("Input(8), {|DSLN0230:Reshape(2, 4)|}, {|DSLN0230:Conv1D(3, 2)|}, {|DSLN0230:Flatten|}, Dense(2)", "Reshape1", "Conv1", "Flatten1")]
    public Task Layers_without_code_for_populations_are_refused(string attributes, params string[] layers) => Analysis.VerifyNetworkAsync(
        $"[Population, {attributes}]",
        [.. layers.Select(layer => $"{layer} cannot be computed for a population, but Net is marked [Population]. Use Dense, activations of single values, PReLU, Add, Multiply, Subtract, Concat, Slice or Dropout, or remove [Population].")]);

    [Theory]
    [InlineData("{|DSLN0231:Population|}, Input(1, 8, 8), Flatten, Dense(2)", "an input of 1×8×8")]
    [InlineData("{|DSLN0231:Population|}, Sequence(8), Dense(2)", "sequences")]
    [InlineData("{|DSLN0231:Population|}, Input(8, Name = \"a\"), Dense(2)", "inputs or outputs with names of their own")]
    public Task Members_take_one_vector_and_give_one(string attributes, string unfit) => Analysis.VerifyNetworkAsync(
        $"[{attributes}]", $"Net is marked [Population], whose members take one vector and give one, but it has {unfit}. Declare [Input(n)] with the number of values and no names, or remove [Population].");

    [Theory]
    [InlineData("Population, Input(8), Dense(4), GELU, Dropout(0.2), Dense(2)")]
    public Task Others_are_not_asked(string attributes) => Analysis.VerifyNetworkAsync($"[{attributes}]");
}
