using DslNet.Generators.Tests.Harness;
using DslNet.Generators.Tests.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DslNet.Generators.Tests.Values;

/// <summary>The table of layers, at run time and in the class's documentation, says where a layer reads from.</summary>
public sealed class DescriptionTests
{
    private const string Source =
        """
        /// <summary>A network with a shortcut.</summary>
        [Network]
        [Input(4)]
        [Dense(6, Name = "Stem"), ReLU(From = "Stem"), Dense(6, Bias = false), Tanh(From = "Input"), Dense(6, From = "Stem"), Add("Dense2", "ReLU1")]
        [Concat("Tanh1", From = "Dense3")]
        [Concat("Add1"), Dense(2)]
        public sealed partial class Shortcut;
        """;

    [Fact]
    public void A_layer_says_what_it_reads_where_that_is_not_the_one_before()
    {
        string[] declarations = [.. NetworkAssembly.Compile(Source, "portable").Create("Shortcut").Description.Layers.Select(layer => layer.Declaration)];
        Assert.Equal(
            [
                "Dense(6)", "ReLU", "Dense(6, Bias = false)", "Tanh(From = \"Input\")", "Dense(6, From = \"Stem\")", "Add(\"Dense2\", \"ReLU1\")",
                "Concat(\"Tanh1\", From = \"Dense3\")", "Concat(\"Add1\")", "Dense(2)",
            ],
            declarations);
        Assert.Contains("Tanh1    Tanh(From = \"Input\")", NetworkAssembly.Compile(Source, "portable").Create("Shortcut").Describe(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5", "5", new[] { AxisKind.Feature })]
    [InlineData("4, 100", "4×100", new[] { AxisKind.Channel, AxisKind.Length })]
    [InlineData("3, 8, 6", "3×8×6", new[] { AxisKind.Channel, AxisKind.Height, AxisKind.Width })]
    public void Ports_have_axes(string input, string shape, AxisKind[] axes)
    {
        string source = $"[Network, Input({input}), ReLU, Output({input})] public sealed partial class Shaped;";
        NetworkDescription description = NetworkAssembly.Compile(source, "portable").Create("Shaped").Description;
        Assert.Equal(["Input " + shape, "Output " + shape], description.Inputs.Concat(description.Outputs).Select(port => port.ToString()));
        Assert.Equal(axes, description.Inputs[0].Axes);
        Assert.Equal(axes, description.Outputs[0].Axes);
    }

    [Fact]
    public void Layers_have_kinds_inputs_arguments_and_parameters()
    {
        NetworkDescription shortcut = NetworkAssembly.Compile(Source, "portable").Create("Shortcut").Description;
        Assert.Equal(["Dense", "ReLU", "Dense", "Tanh", "Dense", "Add", "Concat", "Concat", "Dense"], shortcut.Layers.Select(layer => layer.Kind));
        Assert.Equal(
            ["Input", "Stem", "ReLU1", "Input", "Stem", "Dense3 Dense2 ReLU1", "Dense3 Tanh1", "Concat1 Add1", "Concat2"],
            shortcut.Layers.Select(layer => string.Join(' ', layer.Inputs)));
        Assert.Equal(["stem.weight", "stem.bias"], shortcut.Layers[0].Parameters.Select(parameter => parameter.Name));
        Assert.Equal(["weight"], shortcut.Layers[2].Parameters.Select(parameter => parameter.Role));
        Assert.Null(shortcut.Loss);

        const string images =
            """
            [Network]
            [Input(1, 8, 8)]
            [Conv2D(4, 3, 5, Padding = Padding.Same, Initializer = Initializer.Constant, InitialValue = 0.25f), ELU(Alpha = 0.5f), MaxPool2D(2), Flatten, Dropout(0.25), Dense(3)]
            [SoftmaxCrossEntropy]
            public sealed partial class Images;
            """;
        NetworkDescription description = NetworkAssembly.Compile(images, "portable").Create("Images").Description;
        Assert.Equal(new LossDescription("SoftmaxCrossEntropy", "Dense1", LossTarget.Labels, Link.Softmax), description.Loss! with { Arguments = [] });
        Assert.Equal("LabelSmoothing = 0, ClassWeights = , IgnoreLabel = -100", string.Join(", ", description.Loss.Arguments));
        Assert.Equal(
            [
                new("Filters", 4), new("KernelHeight", 3), new("KernelWidth", 5), new("Stride", 1), new("Padding", Padding.Same), new("Dilation", 1), new("Groups", 1),
                new("Bias", true), new("Initializer", Initializer.Constant), new("InitialValue", 0.25f), new("InitialBias", 0f),
            ],
            description.Layers[0].Arguments);
        Assert.Equal([new LayerArgument("Alpha", 0.5f)], description.Layers[1].Arguments);
        Assert.Equal("KernelHeight = 2, KernelWidth = 2, Stride = 0, Padding = 0, CeilMode = False", string.Join(", ", description.Layers[2].Arguments));
        Assert.Equal([new LayerArgument("Probability", 0.25)], description.Layers[4].Arguments);
    }

    /// <summary>All arguments are properties of the attribute, with values of their types.</summary>
    [Fact]
    public void Arguments_are_properties_of_the_attributes()
    {
        NetworkDescription description = NetworkAssembly.Compile($"/// <summary>Every layer.</summary>\n[Network]\n{EveryLayer.Layers} public sealed partial class Every;", "portable").Create("Every").Description;
        Assert.All(description.Layers, layer =>
        {
            Type attribute = typeof(LayerAttribute).Assembly.GetType($"DslNet.{layer.Kind}Attribute", throwOnError: true)!;
            IEnumerable<string> others = ["Name", "From", "Frozen", "Others", "TypeId", "Gradient"];

            // The lengths of a shape are parameters of the constructors.
            if (attribute.GetProperty("Shape") is not null)
            {
                Assert.Contains(attribute.GetConstructors(), constructor =>
                    constructor.GetParameters().Select(parameter => parameter.Name).SequenceEqual(layer.Arguments.Select(argument => argument.Name), StringComparer.OrdinalIgnoreCase));
                return;
            }

            Assert.Equal(
                attribute.GetProperties().Select(property => property.Name).Except(others).Order(),
                layer.Arguments.Select(argument => argument.Name).Order());
            Assert.All(layer.Arguments, argument => Assert.Equal(attribute.GetProperty(argument.Name)!.PropertyType, argument.Value.GetType()));
        });
    }

    /// <summary>Those of losses too.</summary>
    [Fact]
    public void Arguments_of_losses_are_properties_of_the_attributes()
    {
        string source = string.Concat(EveryLayer.Networks.Select((attributes, i) => $"/// <summary>A network.</summary>\n[Network]\n{attributes} public sealed partial class Net{i};\n"));
        NetworkAssembly networks = NetworkAssembly.Compile(source, "portable");
        LossDescription[] losses = [.. EveryLayer.Networks.Select((_, i) => networks.Create($"Net{i}").Description.Loss!)];
        string[] own = ["Pinball", "Gaussian"];
        Assert.All(losses.Where(loss => !own.Contains(loss.Name)), loss => Assert.Equal(
            typeof(LossAttribute).Assembly.GetType($"DslNet.{loss.Name}Attribute", throwOnError: true)!.GetProperties()
                .Select(property => property.Name).Except(["From", "Of", "Weight", "TypeId", "Type", "Method", "Arguments"]).Order(),
            loss.Arguments.Select(argument => argument.Name).Order()));
        Assert.Contains(losses, loss => loss.Arguments.Any(argument => argument.ToString() == "ClassWeights = 1, 2, 0.5"));
        Assert.Equal([new LayerArgument("Delta", 0.5f)], losses.Single(loss => loss.Name == "Huber").Arguments);
    }

    [Fact]
    public void The_documentation_says_so_too()
    {
        Generation.Run(Source, "portable", out CSharpCompilation compilation);
        string documentation = compilation.GetTypeByMetadataName("Shortcut")!.GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken)!;
        Assert.Contains("Tanh1: Tanh(From = \"Input\")", documentation.Replace("&quot;", "\"", StringComparison.Ordinal), StringComparison.Ordinal);
        string layer = compilation.GetTypeByMetadataName("Shortcut")!.GetMembers("Dense3").Single().GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken)!;
        Assert.Contains("Dense(6, From = \"Stem\"): 6 to 6", layer.Replace("&quot;", "\"", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
