using DslNet.Tests.Networks;
using Xunit;

namespace DslNet.Tests.Serialization;

/// <summary>Files with other names: how they are loaded, and what the message says where they are not.</summary>
public class RenameTests
{
    [Fact]
    public void Tensors_may_be_renamed()
    {
        LinearNetwork network = Safetensors.Target();
        byte[] file = Dense("fc1.weight", "dense1.bias");
        Safetensors.Load(network, file, new Dictionary<string, string> { ["fc1.weight"] = "dense1.weight" });
        Assert.Equal(new float[24], network.Parameters.ToArray());

        string both = Safetensors.Refused(network, file, new Dictionary<string, string> { ["fc1.weight"] = "dense1.bias" });
        Assert.Contains("fc1.weight and dense1.bias are both dense1.bias", both);
        Assert.Contains("Correct the renaming", both);
        Assert.Contains("fc1.weight (renamed to dense9.weight)", Safetensors.Refused(network, file, new Dictionary<string, string> { ["fc1.weight"] = "dense9.weight" }));
    }

    [Theory]
    [InlineData("fc1", "fc1", "dense1")]
    [InlineData("module", "module.dense1", "")]
    [InlineData("module._orig_mod", "module._orig_mod.dense1", "")]
    [InlineData("net.0", "net.0", "dense1")]
    [InlineData("net.0.", "net.0", "dense1.")]
    [InlineData("module.", "module.dense1", "")]
    public void Beginnings_may_be_renamed(string key, string layer, string value)
    {
        LinearNetwork network = Safetensors.Target();
        Safetensors.Load(network, Dense($"{layer}.weight", $"{layer}.bias"), new Dictionary<string, string> { [key] = value });
        Assert.Equal(new float[24], network.Parameters.ToArray());
    }

    [Fact]
    public void The_longest_beginning_counts_and_ends_at_a_dot()
    {
        LinearNetwork network = Safetensors.Target();
        Dictionary<string, string> rename = new() { ["a"] = "wrong", ["a.b"] = "dense1", ["a.b.c"] = "dense1.bias", ["a.b.weigh"] = "wrong" };
        Safetensors.Load(network, Dense("a.b.weight", "a.b.c"), rename);
        Assert.Equal(new float[24], network.Parameters.ToArray());
    }

    [Fact]
    public void Layers_may_be_exchanged()
    {
        LinearNetwork network = Safetensors.Target();
        Safetensors.Load(network, Dense("dense1.bias", "dense1.weight"), new Dictionary<string, string> { ["dense1.bias"] = "dense1.weight", ["dense1.weight"] = "dense1.bias" });
        Assert.Equal(new float[24], network.Parameters.ToArray());
    }

    [Theory]
    [InlineData("dense1.weight", "fc1.weight", "[\"fc1.weight\"] = \"dense1.weight\"")]
    [InlineData("dense1", "fc1", "[\"fc1\"] = \"dense1\"")]
    public void A_renaming_the_wrong_way_round_is_told(string key, string value, string right)
    {
        string message = Safetensors.Refused(Safetensors.Target(), Dense("fc1.weight", "fc1.bias"), new Dictionary<string, string> { [key] = value });
        Assert.Contains("the renaming is the wrong way round", message);
        Assert.Contains($"Pass rename: new Dictionary<string, string> {{ {right} }}: the name in the file comes first.", message);
    }

    [Fact]
    public void What_is_the_right_way_round_stays()
    {
        string message = Safetensors.Refused(StorageNetwork.Create(1), Storage("a", "b", "weight", "bias"), new Dictionary<string, string> { ["a"] = "conv1", ["dense1"] = "b" });
        Assert.Contains("{ [\"a\"] = \"conv1\", [\"b\"] = \"dense1\" }", message);
    }

    [Fact]
    public void An_entry_that_meets_nothing_is_told() =>
        Assert.Contains("The renaming has \"fc2\", which the file has not.", Safetensors.Refused(Safetensors.Target(), Dense("fc1.weight", "fc1.bias"), new Dictionary<string, string> { ["fc2"] = "dense1" }));

    [Fact]
    public void Tensors_may_be_left_out()
    {
        byte[] file = Safetensors.Entries(
            48,
            Safetensors.Entry("ema.shadow", "F32", "2", "0,8"),
            Safetensors.Entry("dense1.weight", "F32", "3,2", "8,32"),
            Safetensors.Entry("dense1.bias", "F32", "3", "32,44"),
            Safetensors.Entry("scale", "F32", "", "44,48"));
        LinearNetwork network = Safetensors.Target();
        Assert.Contains("The file has all parameters of the network besides. To leave the rest out, pass ignore: [\"ema.shadow\", \"scale\"].", Safetensors.Refused(network, file));
        Safetensors.Load(network, file, ignore: ["ema", "scale"]);
        Assert.Equal(new float[24], network.Parameters.ToArray());
        Assert.Contains("dense1.weight (F32, 3×2)", Safetensors.Refused(network, file, ignore: ["ema", "scale", "dense1"]));
    }

    /// <summary>What the message suggests is what loads.</summary>
    [Theory]
    [InlineData("module.conv1", "module.dense1", "The parameters are there with module. before their names: pass", "[\"module\"] = \"\"")]
    [InlineData("_orig_mod.module.conv1", "_orig_mod.module.dense1", "The parameters are there with _orig_mod.module. before their names: pass", "[\"_orig_mod.module\"] = \"\"")]
    [InlineData("features.0", "classifier.10", "By their shapes they fit: pass", "[\"features.0\"] = \"conv1\", [\"classifier.10\"] = \"dense1\"")]
    public void Layers_are_found_by_prefix_or_shape(string convolution, string dense, string reason, string names)
    {
        byte[] file = Storage(convolution, dense, "weight", "bias");
        string message = Safetensors.Refused(StorageNetwork.Create(1), file);
        Assert.Contains(reason, message);
        Assert.Contains($"pass rename: new Dictionary<string, string> {{ {names} }}; the name in the file comes first.", message);
        Safetensors.Load(StorageNetwork.Create(1), file, Parse(names));
    }

    /// <summary>The prefix is certain without the shapes, and then the shape is at fault.</summary>
    [Fact]
    public void A_prefix_is_found_before_a_wrong_shape()
    {
        byte[] file = Safetensors.Entries(44, Safetensors.Entry("model.dense1.weight", "F32", "4,2", "0,32"), Safetensors.Entry("model.dense1.bias", "F32", "3", "32,44"));
        Assert.Contains("{ [\"model\"] = \"\" }", Safetensors.Refused(Safetensors.Target(), file));
        Assert.Contains("model.dense1.weight has the shape 4×2, but dense1.weight of LinearNetwork has 3×2", Safetensors.Refused(Safetensors.Target(), file, new Dictionary<string, string> { ["model"] = "" }));
    }

    [Fact]
    public void Tensors_with_other_last_names_are_found_by_shape()
    {
        byte[] file = Storage("a", "b", "kernel", "offset");
        string message = Safetensors.Refused(StorageNetwork.Create(1), file);
        const string Names = "[\"a.kernel\"] = \"conv1.weight\", [\"a.offset\"] = \"conv1.bias\", [\"b.kernel\"] = \"dense1.weight\", [\"b.offset\"] = \"dense1.bias\"";
        Assert.Contains(Names, message);
        Safetensors.Load(StorageNetwork.Create(1), file, Parse(Names));
    }

    [Fact]
    public void Names_without_a_layer_are_found_by_shape() =>
        Assert.Contains("[\"w\"] = \"dense1.weight\", [\"b\"] = \"dense1.bias\"", Safetensors.Refused(Safetensors.Target(), Dense("w", "b")));

    [Fact]
    public void Equal_shapes_go_by_order_and_are_to_be_compared()
    {
        INetwork network = new ChainNetwork();
        string message = Safetensors.Refused(network, Safetensors.Entries(
            32,
            Safetensors.Entry("layers.10.weight", "F32", "2,1", "0,8"),
            Safetensors.Entry("layers.10.bias", "F32", "2", "8,16"),
            Safetensors.Entry("layers.9.weight", "F32", "2,1", "16,24"),
            Safetensors.Entry("layers.9.bias", "F32", "2", "24,32")));
        Assert.Contains("By their shapes they fit, those with equal shapes by their order (compare them): pass", message);
        Assert.Contains("[\"layers.9\"] = \"dense1\", [\"layers.10\"] = \"dense2\"", message);
    }

    [Fact]
    public void What_fits_nothing_is_listed_with_its_shape()
    {
        byte[] file = Safetensors.Entries(
            1096 + 28,
            Safetensors.Entry("features.0.weight", "F32", "3,2,2,2", "0,96"),
            Safetensors.Entry("features.0.bias", "F32", "3", "96,108"),
            Safetensors.Entry("head.weight", "F32", "19,12", "108,1020"),
            Safetensors.Entry("head.bias", "F32", "19", "1020,1096"),
            Safetensors.Entry("extra.table", "F32", "7", "1096,1124"));
        string message = Safetensors.Refused(StorageNetwork.Create(1), file);
        Assert.Contains("[\"features.0\"] = \"conv1\", [\"head\"] = \"dense1\"", message);
        Assert.Contains("Left over: extra.table (7); to leave them out, pass ignore: [\"extra.table\"].", message);
        Safetensors.Load(StorageNetwork.Create(1), file, new Dictionary<string, string> { ["features.0"] = "conv1", ["head"] = "dense1" }, ["extra.table"]);

        // What was renamed rightly stays in the suggestion.
        Assert.Contains("[\"features.0\"] = \"conv1\", [\"head\"] = \"dense1\"", Safetensors.Refused(StorageNetwork.Create(1), file, new Dictionary<string, string> { ["features.0"] = "conv1" }));
    }

    [Fact]
    public void Where_nothing_fits_the_form_is_shown()
    {
        string message = Safetensors.Refused(Safetensors.Target(), Safetensors.Entries(48, Safetensors.Entry("fc1.weight", "F32", "3,4", "0,48")));
        Assert.Contains("Rename it: pass rename: new Dictionary<string, string> { [\"fc1.weight\"] = \"dense1.weight\" }, where the name in the file comes first", message);
        Assert.Contains("Still without a tensor: dense1.weight (3×2), dense1.bias (3)", message);
    }

    [Fact]
    public void Batch_normalisations_are_to_be_folded()
    {
        byte[] file = Safetensors.Entries(
            68,
            Safetensors.Entry("dense1.weight", "F32", "3,2", "0,24"),
            Safetensors.Entry("dense1.bias", "F32", "3", "24,36"),
            Safetensors.Entry("bn1.running_mean", "F32", "3", "36,48"),
            Safetensors.Entry("bn1.running_var", "F32", "3", "48,60"),
            Safetensors.Entry("bn1.num_batches_tracked", "I64", "", "60,68"));
        Safetensors.Refused(Safetensors.Target(), file, ["bn1 is a batch normalization", "[BatchNorm]", "fuse_conv_bn_eval"]);
    }

    [Fact]
    public void A_bias_on_one_side_only_is_told()
    {
        Safetensors.Refused(Safetensors.Target(), Safetensors.Entries(24, Safetensors.Entry("dense1.weight", "F32", "3,2", "0,24")), ["lacks dense1.bias (3)", "Bias = false"]);
        Safetensors.Refused(
            new ChainNetwork(bias: false),
            Safetensors.Entries(24, Safetensors.Entry("dense1.weight", "F32", "2,1", "0,8"), Safetensors.Entry("dense2.weight", "F32", "2,1", "8,16"), Safetensors.Entry("dense2.bias", "F32", "2", "16,24")),
            ["dense2.bias, 2, is no parameter", "Declare the layer with a bias"]);
    }

    private static Dictionary<string, string> Parse(string names) =>
        names.Split(", ").Select(pair => pair.Split("] = ")).ToDictionary(pair => pair[0].Trim('[', '"'), pair => pair[1].Trim('"'));

    private static byte[] Dense(string weight, string bias) =>
        Safetensors.Entries(36, Safetensors.Entry(weight, "F32", "3,2", "0,24"), Safetensors.Entry(bias, "F32", "3", "24,36"));

    private static byte[] Storage(string convolution, string dense, string weight, string bias) =>
        Safetensors.Entries(
            1096,
            Safetensors.Entry($"{dense}.{weight}", "F32", "19,12", "0,912"),
            Safetensors.Entry($"{dense}.{bias}", "F32", "19", "912,988"),
            Safetensors.Entry($"{convolution}.{weight}", "F32", "3,2,2,2", "988,1084"),
            Safetensors.Entry($"{convolution}.{bias}", "F32", "3", "1084,1096"));
}
