using System.Collections.Immutable;
using DslNet.Generators.Model;
using DslNet.Generators.Parsing;
using DslNet.Generators.Tests.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DslNet.Generators.Tests.Analyzers;

/// <summary>Analyzers see what the generator added: they must say the same as without it, and its output must not speak in their place.</summary>
public sealed class WithGeneratorTests
{
    [Theory, MemberData(nameof(RuleCatalogueTests.DeclarationIds), MemberType = typeof(RuleCatalogueTests))]
    public async Task The_analyzers_say_the_same_with_generated_code(string id)
    {
        // Arguments that read generated code have no value without it.
        if (id == "DSLN0057")
            return;
        foreach (string example in RuleCatalogueTests.ExamplesOf(id))
        {
            CSharpCompilation before = NetworkSource.Compile(example);
            CSharpCompilation after = Analysis.Generate(before);
            string[] expected = [.. (await Analysis.RunAsync(before)).Select(problem => problem.ToString())];
            Assert.Equal(expected, (await Analysis.RunAsync(after)).Select(problem => problem.ToString()));

            // What an attribute does not take is the compiler's error too, beside which the generator tells.
            if (id == RuleIds.ArgumentNotTaken)
                continue;

            // An error in the declarations, generated ones included, would keep the analyzers from being heard on the command line.
            Assert.Empty(after.GetDeclarationDiagnostics(TestContext.Current.CancellationToken).Where(problem => problem.Severity == DiagnosticSeverity.Error));
        }
    }

    [Theory]
    [InlineData("[Input(3, Gradient = true), Dense(2), SoftmaxCrossEntropy]")]
    [InlineData("[Input(48), Dense(48), SoftmaxCrossEntropy]")]
    public void The_table_of_generated_members_is_complete(string attributes)
    {
        CSharpCompilation after = Analysis.Generate(NetworkSource.Compile(NetworkSource.Class(attributes)), targets: "");
        INamedTypeSymbol type = after.GetTypeByMetadataName("Net")!;
        ImmutableArray<ISymbol> members = [.. type.GetMembers().Where(member => member.CanBeReferencedByName && !member.IsImplicitlyDeclared)];

        Assert.Contains(members, member => member.Name == "Dense1");
        Assert.All(members.Where(member => member.Name != "Dense1"), member => Assert.True(
            GeneratedMembers.Collides(member), member is IMethodSymbol method ? $"{member.Name}({GeneratedMembers.Signature(method)})" : member.Name));
        Assert.DoesNotContain(members, GeneratedCode.IsWritten);
        Assert.All(members.OfType<IPropertySymbol>().Where(property => property.Name != "Dense1"), property => Assert.True(
            GeneratedMembers.Contains("get_" + property.Name) && GeneratedMembers.Contains("set_" + property.Name), property.Name));
    }
}
