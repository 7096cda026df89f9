using System.Reflection;
using System.Text.RegularExpressions;
using DslNet.Generators.Tests.Harness;

namespace DslNet.Generators.Tests.Catalogue;

/// <summary>docs/generated.md lists what is public of a network.</summary>
public sealed partial class GeneratedMembersTests
{
    [Fact]
    public void The_page_has_every_public_member()
    {
        Type type = NetworkAssembly.Compile(
            "/// <summary>A network.</summary>\n[Network]\n[Input(4), Dense(3)]\n[SoftmaxCrossEntropy]\npublic sealed partial class Iris;\n", targets: "portable").Type("Iris");
        string table = Documents.Section("docs/generated.md", "## Public members");
        Assert.Equal(
            type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Where(member => member is not ConstructorInfo and not MethodInfo { IsSpecialName: true })
                .Where(member => member is not PropertyInfo property || !property.PropertyType.IsAssignableTo(typeof(LayerView)))
                .Select(member => member.Name).Distinct().Order(StringComparer.Ordinal),
            Row().Matches(table).SelectMany(row => Name().Matches(row.Groups[1].Value)).Select(name => name.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\| (`[^|]*) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"`(\w+)`")]
    private static partial Regex Name();
}
