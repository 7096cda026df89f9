using DslNet.Generators.Model;
using DslNet.Generators.Parsing;
using DslNet.Generators.Tests.Parsing;
using DslNet.Torch.Tests.Drawing;
using DslNet.Torch.Tests.Witness;

namespace DslNet.Torch.Tests;

/// <summary>Nothing of the language is left out: what is forgotten here is named, without libtorch too.</summary>
public sealed class CatalogueTests
{
    private static readonly Lazy<IReadOnlyList<NetworkSpec>> s_drawn = new(() => [.. DrawnNetworks.TriedAlways.Select(drawn => NetworkSource.Any(drawn.Attributes))]);

    /// <summary>For each argument of a layer or a loss, as “Conv2D.Stride”, the values that are drawn.</summary>
    private static readonly Lazy<ILookup<string, string>> s_arguments = new(() => s_drawn.Value
        .SelectMany(network => network.Nodes.Select(node => (Name: node.Layer.Attribute, Arguments: node.Layer.DeclaredArguments))
            .Concat(network.Losses.Select(loss => (Name: loss.Attribute, Arguments: loss.DeclaredArguments))))
        .SelectMany(part => part.Arguments.Select(argument => (Name: $"{part.Name}.{argument.Name}", argument.Value)))
        .Distinct().ToLookup(argument => argument.Name, argument => argument.Value));

    public static TheoryData<string> Layers => [.. LayerCatalogue.Readers.Keys.Select(Name)];

    public static TheoryData<string> Losses => [.. LossCatalogue.Readers.Keys.Select(Name)];

    private static IEnumerable<string> WithWeights => LayerCatalogue.Readers.Keys.Where(name => TypeOf(name).IsSubclassOf(typeof(WeightedLayerAttribute))).Select(Name);

    public static TheoryData<Type> Optimizers => [.. typeof(Optimizer).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Optimizer)) && !type.IsAbstract).Except(TorchOptimizers.Without)];

    [Fact]
    public void Every_layer_is_translated() => Assert.Equal(LayerCatalogue.Readers.Keys.Select(Name).Order(), TorchLayers.All.Keys.Order());

    [Fact]
    public void Every_loss_is_translated() => Assert.Equal(LossCatalogue.Readers.Keys.Select(Name).Order(), TorchLosses.All.Keys.Order());

    [Fact]
    public void Every_initialiser_is_translated() =>
        Assert.Equal(Enum.GetValues<Initializer>().Where(initializer => initializer != Initializer.Default).Order(), TorchInitializers.All.Keys.Order());

    [Theory, MemberData(nameof(Optimizers))]
    public void Every_optimiser_is_translated_and_every_setting_tried(Type optimizer)
    {
        Assert.True(TorchOptimizers.All.ContainsKey(optimizer), $"Witness/TorchOptimizers.cs lacks {optimizer.Name}.");
        Optimizer[] cases = [.. TorchOptimizers.All[optimizer].Cases.Select(create => create())];
        Assert.All(TorchOptimizers.SettingsOf(optimizer), setting => Assert.True(
            cases.Select(each => setting.GetValue(each)).Distinct().Count() > 1, $"{optimizer.Name}.{setting.Name} is the same in all cases."));
    }

    /// <summary>All functions of one's own are of one class, and one of them has arguments.</summary>
    private static readonly string[] s_ofFunctions = ["Type", "Arguments"];

    [Theory, MemberData(nameof(Layers))]
    public void Every_layer_is_drawn(string name)
    {
        Assert.Contains(s_drawn.Value, network => network.Nodes.Any(node => node.Layer.Attribute == name));
        AssertDrawn(name, ["Name", "From", "Frozen", "Others", "Shape", .. name == "Activation" ? s_ofFunctions : []]);
    }

    [Theory, MemberData(nameof(Losses))]
    public void Every_loss_is_drawn(string name)
    {
        Assert.Contains(s_drawn.Value, network => network.Losses.Any(loss => loss.Attribute == name));
        AssertDrawn(name, ["From", "Of", "Weight", .. name == "Loss" ? s_ofFunctions : ["Type", "Method", "Arguments"]]);
    }

    /// <summary>How weights start does not depend on whose they are; that each layer starts in several ways, <see cref="Every_layer_is_drawn"/> says.</summary>
    [Fact]
    public void Every_initialiser_is_drawn() => Assert.Equal(
        Enum.GetNames<Initializer>().Order(),
        WithWeights.SelectMany(layer => s_arguments.Value[$"{layer}.Initializer"]).Select(value => value[(value.LastIndexOf('.') + 1)..]).Distinct().Order());

    [Theory]
    [InlineData("Conv2D")]
    [InlineData("MaxPool2D")]
    [InlineData("AvgPool2D")]
    [InlineData("MaxPool1D")]
    [InlineData("AvgPool1D")]
    public void Every_kind_of_padding_is_drawn(string layer) =>
        Assert.Subset(s_arguments.Value[$"{layer}.Padding"].ToHashSet(), new HashSet<string> { "-1", "0", "1" });

    [Theory]
    [InlineData("Add")]
    [InlineData("Concat")]
    [InlineData("Multiply")]
    [InlineData("Subtract")]
    public void Joins_of_two_and_of_three_are_drawn(string join) => Assert.Subset(
        s_drawn.Value.SelectMany(network => network.Nodes).Where(node => node.Layer.Attribute == join).Select(node => node.Inputs.Count).ToHashSet(), new HashSet<int> { 2, 3 });

    [Fact]
    public void Gradients_of_inputs_are_wanted_or_not() =>
        Assert.Equal([false, true], DrawnNetworks.TriedAlways.Select(drawn => drawn.Attributes.Contains("Gradient = true", StringComparison.Ordinal)).Distinct().Order());

    [Theory]
    [InlineData("CausalAttention(")]
    [InlineData("Positions(")]
    public void Sequences_of_tokens_are_drawn(string layer) => Assert.Contains(
        DrawnNetworks.TriedAlways,
        drawn => drawn.Attributes.StartsWith("[TokenSequence(", StringComparison.Ordinal) && drawn.Attributes.Contains(layer, StringComparison.Ordinal));

    [Fact]
    public void An_argument_that_a_translation_does_not_read_is_named()
    {
        Arguments arguments = new("Conv2D", [new("Filters", 4), new("Dilation", 2), new("Initializer", Initializer.Zero)]);
        Assert.Equal(4, arguments.Int32("Filters"));
        Assert.Contains("libtorch's Conv2D does not read Dilation.", Assert.ThrowsAny<Exception>(arguments.VerifyAllAreRead).Message, StringComparison.Ordinal);
    }

    /// <summary>Of each argument that an attribute has, two values at least are drawn.</summary>
    private static void AssertDrawn(string name, string[] others) => Assert.All(
        TypeOf(name + "Attribute").GetProperties().Select(property => property.Name).Except([.. others, "TypeId"]),
        argument => Assert.True(s_arguments.Value[$"{name}.{argument}"].Count() > 1, $"{name}.{argument} is always the same: Drawing/DrawnArguments.cs or the generator's Values/RandomParts.cs draws it."));

    private static string Name(string attribute) => attribute[..^"Attribute".Length];

    private static Type TypeOf(string attribute) => typeof(NetworkAttribute).Assembly.GetType($"DslNet.{attribute}", throwOnError: true)!;
}
