using System.Globalization;
using DslNet.Generators.Model;
using DslNet.Generators.Tests.Harness;
using DslNet.Generators.Tests.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DslNet.Generators.Tests.Analyzers;

/// <summary>DSLN0206 to DSLN0212: files of weights that a project names.</summary>
public sealed class WeightFileRuleTests
{
    private const string Fitting = "dense1.weight F32 3×4, dense1.bias F32 3, dense2.weight F16 2×3, dense2.bias BF16 2";
    private const string Layers = "[Input(4), Dense(3), ReLU, Dense(2)]";

    [Theory]
    [InlineData(Fitting, "")]
    [InlineData(Fitting + ", dense1.num_batches_tracked F32, steps I64, empty F32 0×3", "")]
    [InlineData("model." + "fc.weight F64 3×4, model.fc.bias F32 3, dense2.weight F32 2×3, dense2.bias F32 2", "Map=\"model.fc:dense1\"")]
    [InlineData("a F32 3×4, module.dense1.bias F32 3, module.dense2.weight F32 2×3, module.dense2.bias F32 2", "Map=\"a:dense1.weight;module:\"")]
    [InlineData(Fitting + ", ema.weight F32 9", "Ignore=\"ema\"")]
    [InlineData(Fitting, "Embed=\"true\"")]
    public Task What_fits_is_not_told(string tensors, string more) => VerifyAsync(tensors, more, Layers);

    [Theory]
    [InlineData(
        "dense1.weight F32 3×4, dense2.weight F32 2×3, dense2.bias F32 2", "[Input(4), {|DSLN0206:Dense(3)|}, ReLU, Dense(2)]",
        "net.safetensors lacks dense1.bias (3) of Net. Declare the layer with Bias = false, or save the network again.")]
    [InlineData(
        "dense1.weight F32 3×4, dense1.bias F32 3", "[Input(4), Dense(3), ReLU, {|DSLN0206:Dense(2)|}]",
        "net.safetensors lacks dense2.weight (2×3), dense2.bias (2) of Net. Save the network again as it is declared, or take the layer out.")]
    [InlineData(
        "fc1.weight F32 3×4, fc1.bias F32 3, dense2.weight F32 2×3, dense2.bias F32 2", "[Input(4), {|DSLN0206:Dense(3)|}, ReLU, Dense(2)]",
        "net.safetensors lacks dense1.weight (3×4), dense1.bias (3) of Net. If fc1.weight is meant, write Map=\"fc1:dense1\".",
        "net.safetensors has fc1.weight (3×4), fc1.bias (3), but Net has no such parameter. If its names are other ones only, write Map=\"fc1:dense1\".")]
    public Task What_is_missing_is_told_at_its_layer(string tensors, string layers, params string[] messages) =>
        VerifyAsync(tensors, "", layers, messages.Length > 1 ? "{|DSLN0209:Net|}" : "Net", messages);

    [Theory]
    [InlineData("4×3", "3×4", "Transpose it where the file is written: the order is outputs × inputs")]
    [InlineData("3×4×1", "3×4", "Reshape it where the file is written: only axes of length 1 differ")]
    [InlineData("5×4", "3×4", "Declare the layer as it was trained, or name another file")]
    public Task Another_shape_is_told_with_both(string stored, string expected, string remedy) => VerifyAsync(
        $"dense1.weight F32 {stored}, dense1.bias F32 3, dense2.weight F32 2×3, dense2.bias F32 2", "", "[Input(4), {|DSLN0207:Dense(3)|}, ReLU, Dense(2)]", "Net",
        $"dense1.weight of net.safetensors has the shape {stored}, but dense1.weight of Net has {expected}. {remedy}.");

    [Fact]
    public Task An_image_of_other_frameworks_is_transposed() => VerifyAsync(
        "conv1.weight F32 3×5×2×7, conv1.bias F32 7", "", "[Input(2, 8, 8), {|DSLN0207:Conv2D(7, 3, 5)|}]", "Net",
        "conv1.weight of net.safetensors has the shape 3×5×2×7, but conv1.weight of Net has 7×2×3×5. Transpose it by (3, 2, 0, 1) where the file is written: the order is filters × channels × height × width.");

    [Theory]
    [InlineData("I8", "Quantised weights must be multiplied by their scale where they were made, and saved as F32")]
    [InlineData("F8_E4M3", "Save the file as F32")]
    public Task Another_type_is_told(string type, string remedy) => VerifyAsync(
        $"dense1.weight {type} 3×4, dense1.bias F32 3, dense2.weight F32 2×3, dense2.bias F32 2", "", "[Input(4), {|DSLN0208:Dense(3)|}, ReLU, Dense(2)]", "Net",
        $"dense1.weight of net.safetensors has the dtype {type}, but dense1.weight of Net is read from F64, F32, F16 and BF16 only. {remedy}.");

    [Theory]
    [InlineData("dense1.scale F32 3", "[Input(4), {|DSLN0209:Dense(3)|}, ReLU, Dense(2)]", "Net", "dense1.scale (3)", "dense1.scale")]
    [InlineData("head.weight F32 9×2", Layers, "{|DSLN0209:Net|}", "head.weight (9×2)", "head.weight")]
    public Task What_is_no_parameter_is_told(string extra, string layers, string name, string shown, string ignored) => VerifyAsync(
        $"{Fitting}, {extra}", "", layers, name,
        $"net.safetensors has {shown}, but Net has no such parameter. Declare the layer that it is of, or leave it out by Ignore=\"{ignored}\".");

    [Theory]
    [InlineData(Fitting, "Map=\"fc:dense1\"", "Map of net.safetensors has fc:dense1, but the file has no such name. Write a name of the file before the colon, or take the entry out.")]
    [InlineData(
        Fitting + ", other.bias F32 3", "Map=\"other:dense1\"",
        "Map of net.safetensors has other:dense1, but then dense1.bias and other.bias are both dense1.bias of Net. Correct the Map, or name one of them in Ignore.")]
    public Task A_renaming_that_does_not_fit_is_told(string tensors, string map, string message) => VerifyAsync(tensors, map, Layers, "{|DSLN0211:Net|}", message);

    [Fact]
    public Task A_renaming_the_wrong_way_round_is_put_right() => VerifyAsync(
        "fc1.weight F32 3×4, dense2.weight F32 2×3, dense2.bias F32 2", "Map=\"dense1:fc1\"", "[Input(4), {|DSLN0206:Dense(3, Bias = false)|}, ReLU, Dense(2)]", "{|DSLN0209,DSLN0211:Net|}",
        "net.safetensors lacks dense1.weight (3×4) of Net. If fc1.weight is meant, write Map=\"fc1:dense1\".",
        "net.safetensors has fc1.weight (3×4), but Net has no such parameter. If its names are other ones only, write Map=\"fc1:dense1\".",
        "Map of net.safetensors has dense1:fc1, but the file has no such name. Exchange the two sides: Map=\"fc1:dense1\", where the name in the file comes first.");

    /// <summary>Running statistics are in the file like parameters; what layers share is there once; a block's layers are told where the block is declared.</summary>
    [Theory]
    [InlineData("dense1.weight F32 3×4, dense1.bias F32 3, batchNorm1.weight F32 3, batchNorm1.bias F32 3, batchNorm1.running_mean F32 3", "[Input(4), Dense(3), {|DSLN0206:BatchNorm|}]", "net.safetensors lacks batchNorm1.running_var (3) of Net. Save the network again as it is declared, or take the layer out.")]
    [InlineData("lstm1.weight_ih_l0 F32 8×4", "[Sequence(4), {|DSLN0206:LSTM(2)|}]", "net.safetensors lacks lstm1.weight_hh_l0 (8×2), lstm1.bias_ih_l0 (8), lstm1.bias_hh_l0 (8) of Net. Save the network again as it is declared, or take the layer out.")]
    public Task Other_layers_are_compared_too(string tensors, string layers, string message) => VerifyAsync(tensors, "", layers, "Net", message);

    [Fact]
    public Task A_network_has_one_file() => VerifyAsync(
        $"{Fitting}\n// <DslNetWeights Include=\"net.safetensors\" Network=\"Net\" />", "", Layers, "{|DSLN0212:Net|}",
        "Net has the weights of net.safetensors and of net.safetensors, but one Load(). Keep one of them in DslNetWeights, and read the other by Network.Load<Net>(path).");

    [Theory]
    [InlineData("Nett", "none of that name", "Write Network=\"Net\"")]
    [InlineData("Classifier", "none of that name", "Write Network=\"Net\"")]
    public Task A_network_that_does_not_exist_is_told_at_the_project(string name, string fact, string remedy) => Analysis.VerifyAsync(
        Markup.Parse($"{{|DSLN0210:|}}using DslNet;\n// net.safetensors has {Fitting}\n// <DslNetWeights Include=\"net.safetensors\" Network=\"{name}\" />\n[Network]{Layers}partial class Net;"),
        [], generate: true, [$"net.safetensors is for the network {name}, but the project declares {fact}. {remedy}."]);

    [Fact]
    public Task Of_two_networks_the_whole_name_says_which() => Analysis.VerifyAsync(
        Markup.Parse($"{{|DSLN0210:|}}using DslNet;\n// net.safetensors has {Fitting}\n// <DslNetWeights Include=\"net.safetensors\" Network=\"Net\" />\nnamespace A {{ [Network]{Layers}partial class Net; }}\nnamespace B {{ [Network]{Layers}partial class Net; }}"),
        [], generate: true, ["net.safetensors is for the network Net, but the project declares 2 of that name. Write the whole name: Network=\"A.Net\"."]);

    [Fact]
    public Task The_whole_name_will_do() => VerifyAsync(Fitting, "", Layers, "Net", [], network: "Own.Net", before: "namespace Own;\n");

    /// <summary>A mistake of the network comes first: its parameters are not known.</summary>
    [Fact]
    public Task A_broken_network_is_not_compared() => VerifyAsync("a F32 3", "", "[Input(4), Dense({|DSLN0050:0|})]");

    /// <summary>What is generated compiles, and is found beside the loads of a path.</summary>
    [Theory]
    [InlineData("", "Net.Load(); new Net().Load(\"a\");")]
    [InlineData("Embed=\"true\" Map=\"dense1:dense1\"", "Net.Load();")]
    public Task Load_is_generated(string more, string use) => Analysis.VerifyAsync(
        Markup.Parse($"using DslNet;\n{Comments(Fitting, more, "Net")}[Network]{Layers}public partial class Net;\nstatic class Use {{ static void Run() {{ {use} }} }}"), [], generate: true, []);

    [Fact]
    public Task A_method_of_ones_own_stays() => Analysis.VerifyAsync(
        Markup.Parse($"using DslNet;\n{Comments(Fitting, "", "Net")}[Network]{Layers}public partial class Net {{ public static int Load() => 1; }}\nstatic class Use {{ static int Run() => Net.Load(); }}"), [], generate: true, []);

    /// <summary>Names of files are anybody's: they become no code.</summary>
    [Fact]
    public void Names_stay_texts()
    {
        WeightManifest hostile = new(
            "a\n/// </summary> evil\u2028.safetensors", "Net", "p\t.csproj", true, "x\"); Evil(\"\\\u2029\n", new([new("a\"+Evil()+\"\t", "b\\\r")]), new(["c\ud800"]),
            new([new("t\n\t\\", "F32", new([1L, 2L])), new("scalar", "F32", EquatableArray<long>.Empty)]));
        Assert.Equal(hostile, ManifestText.Read(ManifestText.Write(hostile)));
        SyntaxTree tree = CSharpSyntaxTree.ParseText(
            Emission.LoadFile.Write(new("", "Net", EquatableArray<string>.Empty, true, false, false), hostile), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(tree.GetDiagnostics(TestContext.Current.CancellationToken));
        Assert.DoesNotContain(tree.GetRoot(TestContext.Current.CancellationToken).DescendantTokens(), token => token.ValueText == "Evil");
    }

    [Fact]
    public void Other_texts_are_no_manifests() => Assert.All(["", "DslNet weights 2\nfile\ta", "{}"], text => Assert.Null(ManifestText.Read(text)));

    private static string Comments(string tensors, string more, string network) =>
        $"// net.safetensors has {tensors}\n// <DslNetWeights Include=\"net.safetensors\" Network=\"{network}\" {more} />\n";

    private static Task VerifyAsync(string tensors, string more, string layers, string name = "Net", params string[] messages) => VerifyAsync(tensors, more, layers, name, messages, "Net", "");

    private static Task VerifyAsync(string tensors, string more, string layers, string name, string[] messages, string network, string before) => Analysis.VerifyAsync(
        Markup.Parse(string.Create(CultureInfo.InvariantCulture, $"using DslNet;\n{Comments(tensors, more, network)}{before}[Network]\n{layers}\npublic partial class {name};\n")), [], generate: true, messages);
}
