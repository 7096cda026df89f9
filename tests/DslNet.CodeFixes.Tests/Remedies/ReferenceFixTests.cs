namespace DslNet.CodeFixes.Tests.Remedies;

/// <summary>DSLN0012 and DSLN0033: a name that no layer has, or no output.</summary>
public sealed class ReferenceFixTests
{
    private const string Stem = "[Input(2), Dense(2, Name = \"Stem\"), ReLU, ";

    [Theory]
    [InlineData("stem")]
    [InlineData("Steam")]
    [InlineData("Sem")]
    [InlineData("Stme")]
    [InlineData("Sten")]
    [InlineData("Atem")]
    public async Task A_misspelt_name_is_corrected(string name)
    {
        await CodeFix.VerifyNetworkAsync(Stem + $"Add({{|DSLN0012:\"{name}\"|}})]", Stem + "Add(\"Stem\")]", "Write \"Stem\"");
        await CodeFix.VerifyNetworkAsync(
            Stem + $"Dense(2, {{|DSLN0012:From = \"{name}\"|}}), Add(\"ReLU1\")]", Stem + "Dense(2, From = \"Stem\"), Add(\"ReLU1\")]");
    }

    [Theory]
    [InlineData(Stem + "Add({|DSLN0012:\"Stern\"|})]")]
    [InlineData(Stem + "Add({|DSLN0012:\"\"|})]")]
    [InlineData(Stem + "Add({|DSLN0012:\"ReLU2\"|})]")]
    [InlineData(Stem + "Dense(2, Name = \"Stim\"), Add({|DSLN0012:\"Stam\"|}), Add(\"Stem\")]")]
    [InlineData(Stem + "Add({|DSLN0012:\"St\" + \"eam\"|})]")]
    public Task Nothing_is_offered_where_another_may_be_meant(string attributes) => CodeFix.VerifyNoneAsync(attributes);

    [Fact]
    public Task A_misspelt_output_is_corrected() => CodeFix.VerifyNetworkAsync(
        "[Input(2), Dense(2), Output(\"policy\"), MeanSquaredError({|DSLN0033:Of = \"polciy\"|})]",
        "[Input(2), Dense(2), Output(\"policy\"), MeanSquaredError(Of = \"policy\")]", "Write \"policy\"");

    [Fact]
    public Task No_output_is_meant_where_none_has_a_name() => CodeFix.VerifyNoneAsync("[Input(2), Dense(2), MeanSquaredError({|DSLN0033:Of = \"Output\"|})]");

    [Fact]
    public Task The_shape_of_an_output_is_mended_and_its_name_stays() => CodeFix.VerifyNetworkAsync(
        "[Input(2), Dense(3), {|DSLN0103:Output(2, Name = \"policy\")|}]", "[Input(2), Dense(3), Output(3, Name = \"policy\")]");
}
