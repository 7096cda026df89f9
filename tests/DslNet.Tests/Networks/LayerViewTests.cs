using Xunit;

namespace DslNet.Tests.Networks;

public class LayerViewTests
{
    [Fact]
    public void Tensors_are_found_by_role()
    {
        StorageNetwork network = StorageNetwork.Create(1);
        var conv = new WeightedLayer(network, network.Description.Layers[0]);
        Assert.Same(conv.Weight, conv["weight"]);
        Assert.Same(conv.Bias, conv["bias"]);
        Assert.Equal("conv1.weight", conv.Weight.Description.Name);
        Assert.Equal("Conv1: Conv2D(3, 2) to 3×2×2", $"{conv}");
        conv["bias"][1] = 0.5f;
        Assert.Equal(0.5f, network.Tensor("conv1.bias")[1]);
    }

    [Fact]
    public void What_a_layer_has_not_is_refused()
    {
        StorageNetwork network = StorageNetwork.Create(1);
        LayerView conv = new(network, network.Description.Layers[0]), flatten = new(network, network.Description.Layers[1]);
        Assert.StartsWith("Conv1 has no gamma. It has weight and bias.", Assert.Throws<ArgumentException>(() => conv["gamma"]).Message);
        Assert.StartsWith("Flatten1 has no weight. It learns nothing.", Assert.Throws<ArgumentException>(() => flatten["weight"]).Message);
        Assert.StartsWith("Flatten1 has no weight.", Assert.Throws<ArgumentException>(() => new WeightedLayer(network, network.Description.Layers[1])).Message);

        var plain = new ChainNetwork(bias: false);
        var dense = new WeightedLayer(plain, plain.Description.Layers[2]);
        Assert.False(dense.HasBias);
        Assert.Equal("Dense1 has no bias: it was declared as Dense(19).", Assert.Throws<InvalidOperationException>(() => dense.Bias).Message);
    }

    [Fact]
    public void Parameters_are_those_of_the_layers()
    {
        NetworkDescription description = StorageNetwork.Declaration;
        Assert.Equal(["conv1.weight", "conv1.bias", "dense1.weight", "dense1.bias"], description.Parameters.Select(parameter => parameter.Name));
        NetworkDescription first = description with { Layers = [description.Layers[0]] };
        Assert.Equal(["conv1.weight", "conv1.bias"], first.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(27, first.ParameterCount);
    }
}
