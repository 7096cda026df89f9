namespace DslNet.CodeFixes.Tests.Remedies;

/// <summary>DSLN0012: a name that no layer has.</summary>
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
}
