using System.Collections.Immutable;
using DslNet.Generators.Tests.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DslNet.Generators.Tests.Analyzers;

/// <summary>DSLN0001 and up: the class, its attributes and their names.</summary>
public sealed class DeclarationRuleTests
{
    [Fact]
    public Task A_network_must_be_partial() => Analysis.VerifyAsync(
        "[Network, Input(2), Dense(1)] public sealed class {|DSLN0001:Net|};",
        "Net is a network but not partial, so that nothing can be added to it. Write 'partial class Net'.");

    [Theory]
    [InlineData("public static partial class {|DSLN0002:Net|};", "is static and has no instances that could hold weights. Remove 'static'.")]
    [InlineData("public abstract partial class {|DSLN0002:Net|};", "is abstract and cannot be created. Remove 'abstract'.")]
    [InlineData("public partial class {|DSLN0002:Net|}<T>;", "is generic. Remove its type parameters.")]
    [InlineData("public partial record {|DSLN0002:Net|};", "is a record. Make it an ordinary class.")]
    [InlineData("file partial class {|DSLN0002:Net|};", "is local to its file and cannot be extended in another. Remove 'file'.")]
    [InlineData("partial class {|DSLN0002:Net|} : System.IO.MemoryStream;", "derives from MemoryStream. Remove the base class, and keep the MemoryStream in a field if it is needed.")]
    [InlineData("partial class {|DSLN0002:Net|}(string title) { public string Title => title; }", "has a primary constructor, which could not draw the weights. Write an ordinary constructor instead.")]
    public Task Some_forms_cannot_be_extended(string declaration, string reason) => Analysis.VerifyAsync(
        "[Network, Input(2), Dense(1)]\n" + declaration, "Net cannot be a network because it " + reason);

    [Theory]
    [InlineData("sealed partial class Net : System.IDisposable { public void Dispose() { } }")]
    [InlineData("partial class Net { public Net(int seed) { Initialize(seed); } }")]
    [InlineData("internal partial class Net { private Net(string title) { Initialize(1); } }")]
    public Task Others_can(string declaration) => Analysis.VerifyUseAsync("[Network, Input(2), Dense(1)]\n" + declaration);

    [Fact]
    public Task Every_container_must_be_partial() => Analysis.VerifyAsync(
        """
        partial class A { struct {|DSLN0003:B|} { partial record C { [Network, Input(2), Dense(1)] partial class Net; } } }
        """,
        "Net is declared inside B, which is not partial. Write 'partial' before B's keyword, or move Net out of it.");

    [Fact]
    public Task Containers_must_not_be_generic() => Analysis.VerifyAsync(
        "partial class A<T> { [Network, Input(2), Dense(1)] partial class {|DSLN0002:Net|}; }",
        "Net cannot be a network because it is declared inside the generic type A. Move it out of A.");

    [Fact]
    public Task Members_must_not_be_required() => Analysis.VerifyAsync(
        """
        [Network, Input(2), Dense(1)]
        partial class Net
        {
            public required int {|DSLN0004:A|};
            public required string {|DSLN0004:B|} { get; set; }
        }
        """,
        "A is required, but Net is also created by generated code that does not know it. Remove 'required' and give A a default.",
        "B is required, but Net is also created by generated code that does not know it. Remove 'required' and give B a default.");

    [Fact]
    public Task An_input_is_needed() => Analysis.VerifyAsync(
        "[Network, Conv2D(4, 3), ReLU, Flatten, Dense(1)] partial class {|DSLN0005:Net|};",
        "Net has no [Input], so that no shape can be inferred. Add [Input(features)], [Input(channels, length)] or [Input(channels, height, width)] before the first layer.");

    [Fact]
    public Task A_layer_is_needed() => Analysis.VerifyAsync(
        "[Network, Input(2), Output(3), MeanSquaredError] partial class {|DSLN0006:Net|};",
        "Net has no layer. Add one after [Input], such as [Dense(10)].");

    [Fact]
    public Task An_empty_network_lacks_both() => Analysis.VerifyAsync("[Network] partial class {|DSLN0005,DSLN0006:Net|};");

    [Fact]
    public Task Layers_belong_to_the_declaration_with_Network() => Analysis.VerifyAsync(
        """
        [{|DSLN0007:Output(2)|}, {|DSLN0007:Dense(2)|}] partial class Net;
        [Network, Input(2), Dense(3), Output(2)] partial class Net;
        [{|DSLN0007:Huber|}, System.Serializable] partial class Net;
        """,
        "[Output] is on another declaration of Net than [Network], where its order among the layers is not defined. Move it to the declaration that carries [Network].",
        "[Dense] is on another declaration of Net than [Network], where its order among the layers is not defined. Move it to the declaration that carries [Network].",
        "[Huber] is on another declaration of Net than [Network], where its order among the layers is not defined. Move it to the declaration that carries [Network].");

    [Fact]
    public Task A_misplaced_input_is_not_also_missing() => Analysis.VerifyAsync(
        """
        [{|DSLN0007:Input(2)|}] partial class Net;
        [Network, Dense(3)] partial class Net;
        """);

    [Theory]
    [InlineData("[{|DSLN0008:Dense(2)|}, Input(2)] partial class Net;", "Dense")]
    [InlineData("[{|DSLN0008:Input(2)|}] class Net;", "Input")]
    [InlineData("[{|DSLN0008:Output(2)|}] class Net;", "Output")]
    [InlineData("[{|DSLN0008:MeanSquaredError|}] class Net;", "MeanSquaredError")]
    public Task Network_is_needed(string source, string attribute) => Analysis.VerifyAsync(
        source, $"Net has [{attribute}] but no [Network], so that nothing is generated. Add [Network], or remove the attribute.");

    [Theory]
    [InlineData("""[Input(2), Dense(3, Name = "A"), Dense(3, {|DSLN0009:Name = "A"|})]""", "A")]
    [InlineData("""[Input(2), Dense(3, Name = "Head"), Dense(3, {|DSLN0009:Name = "head"|})]""", "head")]
    [InlineData("""[Input(2), Dense(3, Name = "Dense2"), {|DSLN0009:Dense(3)|}]""", "Dense2")]
    [InlineData("""[Input(2), Dense(3), Tanh({|DSLN0009:Name = "Dense1"|})]""", "Dense1")]
    public Task Names_are_used_once(string attributes, string name) => Analysis.VerifyNetworkAsync(
        attributes, $"{name} is the name of two layers. Give one of them another Name.");

    /// <summary>C# ignores invisible formatting characters in names.</summary>
    [Theory]
    [InlineData("[Input(2), Dense(3, Name = \"Stem\"), Dense(3, {|DSLN0009:Name = \"St\\u200Dem\"|})]", "Stem")]
    [InlineData("[Input(2), Dense(3, Name = \"St\\u00ADem\"), Dense(3, {|DSLN0009:Name = \"\\u200BStem\"|})]", "Stem")]
    [InlineData("[Input(2), Dense(3), Dense(3, {|DSLN0009:Name = \"Dense\\uFEFF1\"|})]", "Dense1")]
    public Task Invisible_characters_tell_no_names_apart(string attributes, string name) => Analysis.VerifyNetworkAsync(
        attributes, $"{name} is the name of two layers. Give one of them another Name.");

    [Fact]
    public Task References_find_names_with_invisible_characters() => Analysis.VerifyUseAsync(
        "[Network, Input(2), Dense(3, Name = \"St\\u200Dem\"), ReLU, Dense(3), Add(\"Ste\\u200Bm\")] partial class Net;\nstatic class Use { static WeightedLayer Of(Net net) => net.Stem; }");

    [Theory]
    [InlineData("two words", "two_words")]
    [InlineData("2nd", "_2nd")]
    [InlineData("", "Dense1")]
    [InlineData("class", "_class")]
    [InlineData("@A", "A")]
    [InlineData("a.b", "a_b")]
    public Task Names_are_identifiers(string name, string suggestion) => Analysis.VerifyNetworkAsync(
        $"[Input(2), Dense(3, {{|DSLN0010:Name = \"{name}\"|}})]",
        $"\"{name}\" is no C# identifier, and layers become properties. Name the layer with letters, digits and underscores, such as \"{suggestion}\".");

    [Theory]
    [InlineData("Input", "the network's input")]
    [InlineData("Net", "the class itself")]
    [InlineData("ComputeGradients", "a member of every network")]
    [InlineData("ToString", "a member of object")]
    [InlineData("MemberwiseClone", "a member of object")]
    [InlineData("Finalize", "a member of object")]
    [InlineData("Title", "a member of Net")]
    [InlineData("get_Title", "a member of Net")]
    [InlineData("add_Changed", "a member of Net")]
    [InlineData("op_Addition", "a member of Net")]
    [InlineData("Item", "a member of Net")]
    [InlineData("get_Item", "a member of Net")]
    [InlineData("Weights", "a property with the getter get_Weights, a member of Net")]
    [InlineData("get_Parameters", "a member of every network")]
    [InlineData("set_Seed", "a member of every network")]
    [InlineData("set_Parameters", "a member of every network")]
    [InlineData("set_Gradients", "a member of every network")]
    [InlineData("set_Description", "a member of every network")]
    [InlineData("set_Declaration", "a member of every network")]
    [InlineData("get_Dense2", "the getter of the layer Dense2")]
    [InlineData("set_Dense2", "the setter that C# reserves for the layer Dense2")]
    [InlineData("set_Title", "the setter that C# reserves for a property of Net")]
    [InlineData("set_Item", "the setter that C# reserves for a property of Net")]
    [InlineData("Stem", "a property with the setter set_Stem, a member of Net")]
    [InlineData("Head", "a property with the setter set_Head, a member of Net")]
    [InlineData("Tail", "a property with the getter get_Tail, a member of Net")]
    public Task Names_must_be_free(string name, string taker) => Analysis.VerifyAsync(
        $$$"""
        [Network, Input(2), Dense(3, {|DSLN0011:Name = "{{{name}}}"|}), Dense(3)]
        partial class Net
        {
            public string Title => "";
            public int get_Weights() => 1;
            public int get_Bias(int layer) => layer;
            int set_Stem;
            void set_Head(WeightedLayer layer) { }
            int get_Tail<T>() => 1;
            public event System.Action? Changed;
            public float this[int i] => i;
            public static Net operator +(Net one, Net other) => one;
        }
        """,
        $"The layer's name {name} is also that of {taker}. Give the layer another Name.");

    /// <summary>They are free where no port has a name.</summary>
    [Theory]
    [InlineData("Samples")]
    [InlineData("SamplesOf")]
    [InlineData("Checked")]
    [InlineData("TrainStep")]
    [InlineData("ComputePolicyLoss")]
    public async Task Names_of_members_for_named_ports_must_be_free(string name)
    {
        await Analysis.VerifyAsync(
            $$$"""[Network, Input(2, Name = "seen"), Dense(3, {|DSLN0011:Name = "{{{name}}}"|}), Dense(3), Output("policy"), MeanSquaredError(Of = "policy")] partial class Net;""",
            $"The layer's name {name} is also that of a member of every network whose methods take a span for each port. Give the layer another Name.");
        await Analysis.VerifyAsync($$$"""[Network, Input(2), Dense(3, Name = "{{{name}}}"), Dense(3), MeanSquaredError] partial class Net;""");
    }

    /// <summary>What an accessor would not collide with is no obstacle: the compiler accepts it beside the generated members.</summary>
    [Theory]
    [InlineData("Dense(3, Name = \"Stem\"), Dense(3)", "void set_Stem(int layer) { } int get_Stem(int layer) => layer; void set_Stem() { }")]
    [InlineData("Dense(3, Name = \"set_Stem\"), Dense(3)", "")]
    [InlineData("Dense(3), Dense(3), ReLU(Name = \"set_Dense1\")", "")]
    [InlineData("Dense(3), Dense(3)", "void set_Gradients(System.ReadOnlySpan<float> x) { } void set_Parameters() { } void set_Seed(long seed) { }")]
    public void Names_that_accessors_leave_free(string layers, string members)
    {
        CSharpCompilation compilation = Analysis.Generate(NetworkSource.Compile(
            NetworkSource.Class($"[Input(2), {layers}]", $"partial class Net {{ {members} }}")));
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(problem => problem.Severity == DiagnosticSeverity.Error));
    }

    /// <summary>What is refused would be refused by the compiler, of generated code.</summary>
    [Theory]
    [InlineData("int set_Gradients;")]
    [InlineData("void set_Gradients(System.Span<float> x) { }")]
    [InlineData("void set_Parameters<T>(System.Span<float> x) { }")]
    [InlineData("int get_Seed<T>() => 1;")]
    [InlineData("void set_Description(NetworkDescription x) { }")]
    [InlineData("void set_Declaration(NetworkDescription x) { }")]
    public async Task Members_leave_the_accessors_of_properties_alone(string member)
    {
        ImmutableArray<Diagnostic> found = await Analysis.RunAsync(NetworkSource.Compile(
            NetworkSource.Class("[Input(2), Dense(3)]", $"partial class Net {{ {member} }}")));
        Assert.Equal("DSLN0018", Assert.Single(found).Id);

        // The properties of a network, by hand, are what the compiler has something against.
        string properties = "public int Seed => 0; public System.Span<float> Parameters => default; public System.Span<float> Gradients => default;"
            + " public NetworkDescription Description => null!; public static NetworkDescription Declaration => null!;";
        CSharpCompilation byHand = NetworkSource.Compile($"using DslNet; class Net {{ {member} {properties} }}");
        Assert.Contains(byHand.GetDiagnostics(TestContext.Current.CancellationToken), problem => problem.Id is "CS0102" or "CS0082");
    }

    [Fact]
    public Task Numbered_names_must_be_free_too() => Analysis.VerifyAsync(
        "[Network, Input(2), {|DSLN0011:Dense(3)|}, ReLU] partial class Net { int Dense1, ReLU1; }",
        "The layer's name Dense1 is also that of a member of Net. Give the layer another Name.");

    [Theory]
    [InlineData("""[Input(2), Dense(3), ReLU({|DSLN0012:From = "dense1"|})]""", "ReLU1", "dense1", "Input, Dense1")]
    [InlineData("""[Input(2), Dense(2), Add("Input", {|DSLN0012:"Nobody"|})]""", "Add1", "Nobody", "Input, Dense1")]
    [InlineData("""[Input(2), Dense(2), Concat({|DSLN0012:""|}, "Input")]""", "Concat1", "", "Input, Dense1")]
    [InlineData("""[Input(2), Dense(2), Huber({|DSLN0012:From = "X"|})]""", "Huber", "X", "Dense1")]
    public Task References_must_exist(string attributes, string layer, string name, string known) => Analysis.VerifyNetworkAsync(
        attributes, $"{layer} refers to \"{name}\", but no layer has this name. Write one of: {known}.");

    [Theory]
    [InlineData("""[Input(2), Dense(3, {|DSLN0013:From = "B"|}), Dense(3, Name = "B")]""", "Dense1", "B", "Input")]
    public Task References_must_lie_before(string attributes, string layer, string name, string known) => Analysis.VerifyNetworkAsync(
        attributes, $"{layer} refers to {name}, which is not computed before it. Move {name} before {layer}, or write one of: {known}.");

    [Fact]
    public Task No_layer_reads_itself() => Analysis.VerifyNetworkAsync(
        """[Input(2), Dense(3), Add({|DSLN0013:"Add1"|})]""",
        "Add1 refers to itself, which is not computed before it. Write one of: Input, Dense1.");

    [Fact]
    public Task Outputs_must_be_used() => Analysis.VerifyNetworkAsync(
        """[Input(2), Dense(3), {|DSLN0014:ReLU|}, Dense(2, From = "Input"), Dense(3), Add("Dense1")]""",
        "ReLU1 is computed but no layer reads it. Join it with [Add] or [Concat], declare it as an [Output] with a name, or remove it.");

    [Fact]
    public Task One_loss_is_enough() => Analysis.VerifyNetworkAsync(
        "[Input(2), Dense(3), Huber, {|DSLN0015:MeanSquaredError|}, {|DSLN0015:MeanAbsoluteError|}, {|DSLN0015:Huber|}]",
        "Net declares Huber and MeanSquaredError, but " + OneLoss,
        "Net declares Huber and MeanAbsoluteError, but " + OneLoss,
        "Net declares Huber and Huber, but " + OneLoss);

    private const string OneLoss = "a network without named outputs is trained for one loss. Remove one of them, or name outputs, [Output(\"policy\", From = \"…\")], and write Of = \"policy\" in the loss of each.";

    [Fact]
    public Task Losses_of_one_output_differ() => Analysis.VerifyNetworkAsync(
        """[Input(2), Dense(3), Output("price"), Huber, MeanSquaredError(Of = "price"), {|DSLN0015:Huber(Weight = 2)|}]""",
        "Net declares Huber and Huber, but both are of price. Remove one of them.");

    [Theory]
    [InlineData("""[Input(4, Name = "image"), Input(2, Name = "age"), {|DSLN0030:Dense(3)|}, Dense(3, Name = "Old", From = "age"), Add("Dense1")]""", "Dense1")]
    [InlineData("""[Tokens(4, Name = "city"), Tokens(2, Name = "make"), {|DSLN0030:Embedding(3)|}, Embedding(3, Name = "OfMake", From = "make"), Add("Embedding1")]""", "Embedding1", "From = \"city\" or From = \"make\"")]
    [InlineData("""[Input(4, Name = "image"), Dense(3, Name = "Seen"), Input(4, Name = "age"), Input(4, Name = "size"), {|DSLN0030:Add("image", "size")|}, Dense(3), Add("Seen")]""", "Add1", "From = \"image\" or From = \"age\" or From = \"size\"")]
    public Task A_layer_behind_several_inputs_says_which_it_reads(string attributes, string layer, string choices = "From = \"image\" or From = \"age\"") => Analysis.VerifyNetworkAsync(
        attributes, $"{layer} does not say which of the inputs it reads. Write {choices}.");

    [Fact]
    public Task A_layer_reads_the_input_that_is_written_before_it() => Analysis.VerifyNetworkAsync(
        """[Input(4, Name = "image"), Dense(3, Name = "Seen"), Input(2, Name = "age"), Dense(3), Add("Seen"), Output(3)]""");

    [Fact]
    public Task A_layer_reads_the_input_that_it_can_read() => Analysis.VerifyNetworkAsync(
        """[Input(4, Name = "size"), Tokens(5, Name = "city"), Embedding(3), Tokens(6, Name = "make"), Input(2, Name = "age"), Dense(3), Embedding(3, From = "make"), Concat("size", "Embedding1", "Dense1"), Output(13)]""");

    [Fact]
    public Task Inputs_are_read() => Analysis.VerifyNetworkAsync(
        """[Input(4, Name = "image"), {|DSLN0031:Input(2, Name = "age")|}, Dense(3, From = "image")]""",
        "age is an input that no layer reads. Write From = \"age\" in a layer, or remove it.");

    [Fact]
    public Task A_loss_of_several_outputs_says_which() => Analysis.VerifyNetworkAsync(
        """[Input(4), Dense(3, Name = "Body"), Dense(3), Output("policy"), Dense(1, From = "Body"), Output("value"), {|DSLN0032:MeanSquaredError|}]""",
        "MeanSquaredError does not say which of the outputs it is of. Write Of = \"policy\" or Of = \"value\".");

    [Theory]
    [InlineData("""[Input(4), Dense(3), Output("policy"), MeanSquaredError({|DSLN0033:Of = "polciy"|})]""", "polciy", "Write Of = \"policy\"")]
    [InlineData("""[Input(4), Dense(3), MeanSquaredError({|DSLN0033:Of = "policy"|})]""", "policy", "Add [Output(\"policy\")] behind the layer that it is computed from, or leave Of out")]
    public Task Losses_are_of_outputs(string attributes, string name, string remedy) => Analysis.VerifyNetworkAsync(
        attributes, $"MeanSquaredError is of \"{name}\", but no output has this name. {remedy}.");

    [Theory]
    [InlineData("""[Input(4, Name = "a"), Dense(3, Name = "First"), Input(2, {|DSLN0034:Name = "A"|}), Dense(3), Add("First")]""", "A", "an input", "another input is called so")]
    [InlineData("""[Input(4, Name = "a"), Dense(3), Output({|DSLN0034:"a"|})]""", "a", "an output", "an input is called so")]
    [InlineData("""[Input(4, Name = "priceTargets"), Dense(3), Output({|DSLN0034:"price"|})]""", "price", "an output", "an input is called priceTargets, as what comes with price")]
    [InlineData("""[Input(4), Dense(3), Output("price"), Dense(2), Output({|DSLN0034:"priceLabels"|})]""", "priceLabels", "an output", "what comes with price is called so")]
    [InlineData("""[Input(4), Dense(3), Output({|DSLN0034:"Dense1"|})]""", "Dense1", "an output", "a layer is called so")]
    [InlineData("""[Input(4), Dense(3), Output({|DSLN0034:"my policy"|})]""", "my policy", "an output", "it is no C# identifier, and inputs and outputs become parameters")]
    [InlineData("""[Input(4, {|DSLN0034:Name = "step"|}), Dense(3)]""", "step", "an input", "methods have a parameter of this name")]
    public Task Ports_have_names_of_their_own(string attributes, string name, string port, string reason) => Analysis.VerifyNetworkAsync(
        attributes, $"\"{name}\" cannot be the name of {port}: {reason}. Write another Name.");

    [Theory]
    [InlineData("Dense1", ", or declare [Output(\"name\", From = \"Dense1\")] and write Of = \"name\"")]
    [InlineData("Input", "")]
    public Task The_loss_is_computed_from_an_output(string name, string remedy) => Analysis.VerifyNetworkAsync(
        $$$"""[Input(2), Dense(3), ReLU, Huber({|DSLN0016:From = "{{{name}}}"|})]""",
        $"Huber is computed from {name}, but it is the loss of ReLU1. Remove From{remedy}.");

    [Theory]
    [InlineData("[Input(4), Dense(3), Budget(Parameters = 50), {|DSLN0019:Budget(Bytes = 1000)|}]", "Budget")]
    [InlineData("[Input(4), Dense(3), {|DSLN0019:Network|}]", "Network")]
    public Task Other_attributes_are_declared_once(string attributes, string attribute) => Analysis.VerifyNetworkAsync(
        attributes, $"Net has a second [{attribute}], but a network has one. Remove one of them.");

    [Theory]
    [InlineData("[Input(4), {|DSLN0019:Input(5)|}, Dense(3)]", "Input", "give each of them a Name")]
    [InlineData("""[Input(4, Name = "a"), {|DSLN0019:Input(5)|}, Dense(3)]""", "Input", "give each of them a Name")]
    [InlineData("[Input(4), Dense(3), Output(3), {|DSLN0019:Output(3)|}]", "Output", "give each a name, [Output(\"policy\")], and write Of = \"policy\" in the loss of each")]
    [InlineData(
        """[Input(8), Dense(4, Name = "H"), Output(4), SoftmaxCrossEntropy, Dense(1, From = "H"), {|DSLN0019:Output(1)|}, MeanSquaredError]""",
        "Output", "give each a name, [Output(\"policy\")], and write Of = \"policy\" in the loss of each")]
    public Task Several_ports_have_names(string attributes, string attribute, string remedy) => Analysis.VerifyNetworkAsync(
        attributes, $"Net has a second [{attribute}], but a network has one without names. Remove one of them, or {remedy}.");

    /// <summary>Who refers to a port by a name that is not allowed means that port: one mistake, one message.</summary>
    [Theory]
    [InlineData("""[Input(8), Dense(4), Output({|DSLN0034:"class"|}), SoftmaxCrossEntropy(Of = "class")]""")]
    [InlineData("""[Input(8, Name = "data"), Dense(8), Output({|DSLN0034:"data"|}), MeanSquaredError(Of = "data")]""")]
    [InlineData("""[Input(8), Dense(4, Name = "H"), Output("Policy"), Dense(4, From = "H"), Output({|DSLN0034:"policy"|}), MeanSquaredError(Of = "policy")]""")]
    [InlineData("""[Input(8, Name = "x"), Input(4, {|DSLN0034:Name = "x"|}), Concat("x"), Dense(1)]""")]
    [InlineData("""[Input(8, {|DSLN0034:Name = "my input"|}), Dense(8), Add("my input")]""")]
    public Task A_name_that_is_not_allowed_is_told_once(string attributes) => Analysis.VerifyNetworkAsync(attributes);

    [Fact]
    public Task Only_one_declaration_is_marked() => Analysis.VerifyUseAsync(
        "[Network, Input(4), Dense(3)] partial class Net;\n[{|DSLN0019:Network|}, {|DSLN0007:Dense(5)|}] partial class Net;");

    /// <summary>Otherwise the compiler would refuse the generated members, and say so of generated code.</summary>
    [Theory, MemberData(nameof(GeneratedNames))]
    public Task Classes_have_names_of_their_own(string name) => Analysis.VerifyUseAsync(
        $$"""[Network, Input(48), Dense(48), SoftmaxCrossEntropy] partial class {|DSLN0021:{{name}}|};""",
        [],
        [$"{name} is the name of a member that is generated for every network, and no member may be called as its class. Give the class another name, such as {name}Network."]);

    public static TheoryData<string> GeneratedNames => [.. DslNet.Generators.Parsing.GeneratedMembers.Names, "get_Seed", "set_Seed", "get_Parameters"];

    [Fact]
    public Task Members_leave_room_for_generated_ones() => Analysis.VerifyAsync(
        """
        [Network, Input(2), Dense(1)]
        partial class Net
        {
            public int {|DSLN0018:Seed|} { get; set; }
            class {|DSLN0018:Predict|};
            public static Net {|DSLN0018:Create|}(int s) => new();
            public void Evaluate(string dataset) { }
            public void Initialize<T>(int seed) { }
            public float {|DSLN0018:ComputeLoss|}(System.ReadOnlySpan<float> a, System.ReadOnlySpan<float> b, System.Span<float> c, System.ReadOnlySpan<float> d) => 0;
        }
        """,
        "Net declares Seed, but a member of this name is generated for every network. Give yours another name.",
        "Net declares Predict, but a member of this name is generated for every network. Give yours another name.",
        "Net declares Create, but a member of this name is generated for every network. Give yours another name.",
        "Net declares ComputeLoss, but a member of this name is generated for every network. Give yours another name.");

    [Fact]
    public Task Members_leave_room_for_generated_accessors() => Analysis.VerifyAsync(
        """
        [Network, Input(2), Dense(1)]
        partial class Net
        {
            public int {|DSLN0018:get_Parameters|}() => 1;
            public void {|DSLN0018:set_Seed|}(int seed) { }
            public void get_Seed(int more) { }
            public void set_Gradients() { }
            public void {|DSLN0018:set_Gradients|}(System.Span<float> x) { }
            int {|DSLN0018:get_Gradients|};
            int {|DSLN0018:set_Parameters|};
        }
        """,
        "Net declares get_Parameters, but a member of this name is generated for every network. Give yours another name.",
        "Net declares set_Seed, but a member of this name is generated for every network. Give yours another name.",
        "Net declares set_Gradients, but a member of this name is generated for every network. Give yours another name.",
        "Net declares get_Gradients, but a member of this name is generated for every network. Give yours another name.",
        "Net declares set_Parameters, but a member of this name is generated for every network. Give yours another name.");

    [Fact]
    public Task Layers_of_others_are_unknown() => Analysis.VerifyAsync(
        """
        sealed class SquareAttribute : LayerAttribute;
        sealed class PinballAttribute : LossAttribute;
        [Network, Input(2), {|DSLN0017:Square|}, Dense(3), {|DSLN0017:Pinball|}] partial class Net;
        """,
        "Square derives from LayerAttribute, but no code can be generated for a layer or loss that is not part of DslNet. Use the attributes of DslNet.",
        "Pinball derives from LossAttribute, but no code can be generated for a layer or loss that is not part of DslNet. Use the attributes of DslNet.");
}
