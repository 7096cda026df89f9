using System.Collections;
using System.Reflection;
using DslNet.Generators.Expressions;
using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DslNet.Generators.Tests.Parsing;

/// <summary>The specification can be cached: it compares by value and holds nothing of the compilation.</summary>
public sealed class SpecTests
{
    private const string Every = EveryLayer.Layers;

    public static TheoryData<string> Networks => [.. EveryLayer.Networks];

    [Theory, MemberData(nameof(Networks))]
    public void The_same_source_is_equal_and_not_the_same(string attributes)
    {
        NetworkSpec first = NetworkSource.Valid(attributes), second = NetworkSource.Valid(attributes);
        Assert.NotSame(first, second);
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
    }

    [Theory, MemberData(nameof(Networks))]
    public void Space_and_comments_and_members_do_not_matter(string attributes)
    {
        NetworkSpec first = NetworkSource.Valid(attributes);
        NetworkSpec second = NetworkSource.Parse(NetworkSource.Class(
            "// moved\n\n\n" + attributes.Replace(", ", "\n ,  /* x */ "), "public sealed partial class Net { public int X => 3; }")).Spec;
        Assert.Equal(first, second);
    }

    [Fact]
    public void No_two_networks_are_equal() =>
        Assert.Distinct(EveryLayer.Networks.Select(NetworkSource.Valid));

    [Theory]
    [InlineData("Conv2D(6, 5,", "Conv2D(7, 5,")]
    [InlineData("Padding.Same", "2")]
    [InlineData("\"C\"", "\"D\"")]
    [InlineData("Dropout(0.5)", "Dropout(0.4)")]
    [InlineData("\"GELU1\"", "\"Conv2\"")]
    [InlineData("Delta = 0.5f", "Delta = 0.25f")]
    [InlineData("Input(1, 28, 28)", "Input(1, 28, 28, Gradient = true)")]
    [InlineData("MaxPool2D(2)", "MaxPool2D(2, Padding = 1)")]
    [InlineData("PReLU,", "PReLU(PerChannel = true),")]
    [InlineData("PReLU,", "PReLU(InitialValue = 0.5f),")]
    [InlineData("LayerNorm,", "LayerNorm(Epsilon = 0.1f),")]
    [InlineData("LayerNorm,", "LayerNorm(Affine = false),")]
    [InlineData("LayerNorm,", "LayerNorm(Bias = false),")]
    [InlineData("LayerNorm,", "LayerNorm(PerPosition = true),")]
    [InlineData("GroupNorm(2)", "GroupNorm(3)")]
    [InlineData("InstanceNorm(Affine = true)", "InstanceNorm")]
    [InlineData("RMSNorm,", "RMSNorm(PerPosition = true),")]
    [InlineData("LeakyReLU,", "LeakyReLU(NegativeSlope = 0.02f),")]
    public void Every_difference_counts(string what, string replacement) =>
        Assert.NotEqual(NetworkSource.Valid(Every), NetworkSource.Any(Every.Replace(what, replacement)));

    [Theory, MemberData(nameof(Networks))]
    [InlineData("[Dense(0), Conv2D(1, -1), Dropout(3), Huber]")]
    public void Nothing_of_the_compilation_is_held(string attributes)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        Walk(NetworkSource.Any(attributes), seen);
        Assert.True(seen.Count > 10);
    }

    private static void Walk(object? value, HashSet<object> seen)
    {
        // Functions of the library are the same objects for all.
        if (value is null or Type or MathFunction || value.GetType().IsPrimitive || !seen.Add(value))
            return;

        Assert.False(
            value is ISymbol or SyntaxNode or SyntaxTree or Compilation or Location or Diagnostic or SourceText or AttributeData
                or SyntaxReference or Delegate,
            $"A {value.GetType()} is held.");
        if (value is string)
            return;
        if (value is IEnumerable items)
        {
            foreach (object? item in items)
                Walk(item, seen);
        }

        for (Type? type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (!field.FieldType.IsPointer)
                    Walk(field.GetValue(value), seen);
            }
        }
    }
}
