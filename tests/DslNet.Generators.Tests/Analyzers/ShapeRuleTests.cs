using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Tests.Analyzers;

/// <summary>DSLN0100 and up: shapes and sizes.</summary>
public sealed class ShapeRuleTests
{
    [Fact]
    public Task Dense_needs_a_vector() => Analysis.VerifyNetworkAsync(
        "[Input(1, 20, 20), Conv2D(16, 5), MaxPool2D(2), {|DSLN0100:Dense(10)|}]",
        "Dense1 expects a vector but MaxPool1 produces 16×8×8 (1,024). Insert [Flatten] before Dense1.");

    /// <summary>What reads the output of a layer that cannot read its input is not told of that.</summary>
    [Fact]
    public Task A_vector_where_an_image_is_wanted_is_told_once() => Analysis.VerifyNetworkAsync("[Input(16), {|DSLN0101:Upsample(2)|}, Dense(10)]");

    [Theory]
    [InlineData("Conv2D(4, 3)", "Conv1")]
    [InlineData("AvgPool2D(2)", "AvgPool1")]
    [InlineData("AdaptiveAvgPool2D(2)", "AdaptiveAvgPool1")]
    public Task Windows_need_an_image(string layer, string name) => Analysis.VerifyNetworkAsync(
        $"[Input(1_024), {{|DSLN0101:{layer}|}}]",
        $"{name} expects an image but Input produces a vector of 1,024. Declare the input as [Input(channels, height, width)].");

    [Theory]
    [InlineData("4, 100", "MaxPool2D(2)", "MaxPool1 expects an image but Input produces 4×100 (400). Write [MaxPool1D] for a signal.")]
    [InlineData("4, 100", "AdaptiveAvgPool2D(2)", "AdaptiveAvgPool1 expects an image but Input produces 4×100 (400). Write [AdaptiveAvgPool1D] for a signal.")]
    [InlineData("1, 8, 8", "AvgPool1D(2)", "AvgPool1 expects a signal but Input produces 1×8×8 (64). Write [AvgPool2D] for an image.")]
    public Task Poolings_are_for_signals_or_for_images(string input, string layer, string message) =>
        Analysis.VerifyNetworkAsync($"[Input({input}), {{|DSLN0101:{layer}|}}]", message);

    [Theory]
    [InlineData("[Input(4, 100), {|DSLN0101:Conv2D(4, 3)|}]", "an image", "4×100 (400)", "Write [Conv1D] for a signal")]
    [InlineData("[Input(4, 10, 10), {|DSLN0101:Conv1D(4, 3)|}]", "a signal", "4×10×10 (400)", "Write [Conv2D] for an image")]
    [InlineData("[Input(400), {|DSLN0101:Conv1D(4, 3)|}]", "a signal", "a vector of 400", "Declare the input as [Input(channels, length)]")]
    public Task A_convolution_has_the_axes_of_its_input(string attributes, string expected, string actual, string remedy) => Analysis.VerifyNetworkAsync(
        attributes, $"Conv1 expects {expected} but Input produces {actual}. {remedy}.");

    [Theory]
    [InlineData("[Input(4), {|DSLN0101:InstanceNorm|}]", "Input", "4", "Declare the input as [Input(channels, length)] or [Input(channels, height, width)]")]
    [InlineData("[Input(4), {|DSLN0101:GlobalAvgPool|}]", "Input", "4", "Declare the input as [Input(channels, length)] or [Input(channels, height, width)]", "GlobalAvgPool1")]
    [InlineData("[Input(4), {|DSLN0101:GlobalMaxPool|}]", "Input", "4", "Declare the input as [Input(channels, length)] or [Input(channels, height, width)]", "GlobalMaxPool1")]
    [InlineData("[Input(4), Dense(9), {|DSLN0101:InstanceNorm|}]", "Dense1", "9", "Move InstanceNorm1 to where there is a signal or an image: behind [Input(channels, length)] or [Input(channels, height, width)] and before Flatten and Dense")]
    public Task A_vector_has_no_positions(string attributes, string producer, string length, string remedy, string layer = "InstanceNorm1") => Analysis.VerifyNetworkAsync(
        attributes, $"{layer} expects a signal or an image but {producer} produces a vector of {length}. {remedy}.");

    [Theory]
    [InlineData("Input(4), {|DSLN0101:Upsample(2)|}", "Upsample1 expects a signal or an image but Input produces a vector of 4. Declare the input as [Input(channels, length)] or [Input(channels, height, width)].")]
    [InlineData("Input(4, 9), {|DSLN0101:Upsample(2, 3)|}", "Upsample1 expects an image but Input produces 4×9 (36). Write [Upsample(3)] for a signal.")]
    [InlineData("Input(4, 9), {|DSLN0101:Pad(1, 2)|}", "Pad1 expects an image but Input produces 4×9 (36). Write [Pad(left: 2, right: 2)] for a signal.")]
    [InlineData("Input(4), {|DSLN0101:Pad(2)|}", "Pad1 expects a signal or an image but Input produces a vector of 4. Declare the input as [Input(channels, length)] or [Input(channels, height, width)].")]
    [InlineData("Input(4, 9, 3), {|DSLN0118:Pad(3, Mode = PadMode.Reflect)|}", "Pad1 reflects 3 beyond a border, but the side is 3 long and its border is not repeated (Input produces 4×9×3 (108)). Pad at most 2, or use Mode = PadMode.Replicate.")]
    [InlineData("Input(4, 1), {|DSLN0118:Pad(left: 1, Mode = PadMode.Reflect)|}", "Pad1 reflects 1 beyond a border, but the side is 1 long and its border is not repeated (Input produces 4×1 (4)). Use Mode = PadMode.Replicate.")]
    [InlineData("Input(4, 9, 9), Pad({|DSLN0053:-1|})", "Pad1 has All = -1. Write 0 or a positive number.")]
    [InlineData("Input(4, 9, 9), Upsample(2, {|DSLN0053:Mode = (UpsampleMode)7|})", "Upsample1 has Mode = 7. Write UpsampleMode.Nearest or UpsampleMode.Bilinear.")]
    [InlineData("Input(4, 1, 1), ConvTranspose2D(8, 3, {|DSLN0119:Padding = 2|})", "ConvTranspose1 would produce -1×-1 positions, since Padding = 2 takes them away on every side (Input produces 4×1×1 (4)). Use less padding, or a larger input.")]
    [InlineData("Input(4, 9), {|DSLN0101:ConvTranspose2D(8, 3)|}", "ConvTranspose1 expects an image but Input produces 4×9 (36). Write [ConvTranspose1D] for a signal.")]
    [InlineData("Input(4, 9), ConvTranspose1D(8, 3, Stride = 2, {|DSLN0053:OutputPadding = 2|})", "ConvTranspose1 has OutputPadding = 2. Write 0 to 1, less than Stride.")]
    [InlineData("Input(4, 9), ConvTranspose1D(8, 3, Stride = 2, Dilation = 3, {|DSLN0053:OutputPadding = 3|})", "ConvTranspose1 has OutputPadding = 3. Write 0 to 2, less than Dilation.")]
    [InlineData("Input(4, 1), ConvTranspose1D(8, 2, Dilation = 3, {|DSLN0119:Padding = 2|})", "ConvTranspose1 would produce 0 positions, since Padding = 2 takes them away on every side (Input produces 4×1 (4)). Use less padding, or a larger input.")]
    [InlineData("Input(4, 9), ConvTranspose1D(8, 3, Dilation = 2, {|DSLN0054:Padding = 5|})", "ConvTranspose1 has Padding = 5, but padding must be smaller than what the kernel spans, otherwise some inputs reach no output. Write 0 to 4, or Padding.Same.")]
    [InlineData("Input(12, 25), ConvTranspose1D(9, 3, {|DSLN0113:Groups = 8|})", "ConvTranspose1 has 8 groups but Input produces 12×25 (300), whose 12 channels they do not divide. Write one of 1, 3.")]
    [InlineData("Input(12, 5, 5), ConvTranspose2D(10, 3, {|DSLN0114:Groups = 4|})", "ConvTranspose1 has 4 groups and 10 filters, which they do not divide. Write 8 or 12 filters, or one of 1, 2 groups.")]
    [InlineData("Input(4, 9), ConvTranspose1D(8, 3, {|DSLN0053:OutputPadding = 1|})", "ConvTranspose1 has OutputPadding = 1. Write 0, or a Stride above it.")]
    [InlineData("Input(4, 9), ConvTranspose1D(8, 3, Stride = 2, Padding = Padding.Same, {|DSLN0053:OutputPadding = 1|})", "ConvTranspose1 has OutputPadding = 1. Write 0: with Padding.Same the output is as long as input and stride.")]
    [InlineData("Input(4, 9), ConvTranspose1D(8, 3, {|DSLN0054:Padding = 3|})", "ConvTranspose1 has Padding = 3, but padding must be smaller than what the kernel spans, otherwise some inputs reach no output. Write 0 to 2, or Padding.Same.")]
    public Task Resampling_and_padding(string attributes, string message) => Analysis.VerifyNetworkAsync($"[{attributes}]", message);

    [Fact]
    public Task Dense_needs_no_signal() => Analysis.VerifyNetworkAsync(
        "[Input(4, 100), {|DSLN0100:Dense(10)|}]",
        "Dense1 expects a vector but Input produces 4×100 (400). Insert [Flatten] before Dense1.");

    [Theory]
    [InlineData("Input(12, 2, 2), GroupNorm({|DSLN0113:8|}), Flatten, Dense(2)", "8 groups", "12×2×2 (48)")]
    [InlineData("Input(12), GroupNorm({|DSLN0113:24|}), Dense(2)", "24 groups", "a vector of 12")]
    public Task Groups_divide_the_channels(string attributes, string groups, string shape) => Analysis.VerifyNetworkAsync(
        $"[{attributes}]", $"GroupNorm1 has {groups} but Input produces {shape}, whose 12 channels they do not divide. Write one of 1, 2, 3, 4, 6, 12.");

    [Theory]
    [InlineData("Input(12, 5, 5), Conv2D(16, 3, {|DSLN0113:Groups = 8|}), Flatten, Dense(2)", "8 groups", "12×5×5 (300)", "12", "1, 2, 4")]
    [InlineData("Input(12, 25), Conv1D(9, 3, {|DSLN0113:Groups = 24|}), Flatten, Dense(2)", "24 groups", "12×25 (300)", "12", "1, 3")]
    public Task Groups_of_a_convolution_divide_the_channels(string attributes, string groups, string shape, string channels, string divisors) => Analysis.VerifyNetworkAsync(
        $"[{attributes}]", $"Conv1 has {groups} but Input produces {shape}, whose {channels} channels they do not divide. Write one of {divisors}.");

    [Theory]
    [InlineData("Input(12, 5, 5), Conv2D(10, 3, {|DSLN0114:Groups = 4|}), Flatten, Dense(2)", "4 groups and 10 filters", "8 or 12", "1, 2")]
    [InlineData("Input(12, 25), Conv1D(3, 3, {|DSLN0114:Groups = 12|}), Flatten, Dense(2)", "12 groups and 3 filters", "12", "1, 3")]
    public Task Groups_of_a_convolution_divide_the_filters(string attributes, string has, string nearest, string divisors) => Analysis.VerifyNetworkAsync(
        $"[{attributes}]", $"Conv1 has {has}, which they do not divide. Write {nearest} filters, or one of {divisors} groups.");

    [Theory]
    [InlineData("Input(1), {|DSLN0112:LayerNorm|}, Dense(2)", "LayerNorm1 normalizes over a single value, of which nothing but the sign could be left (Input produces a vector of 1). Remove LayerNorm1.")]
    [InlineData("Input(1, 5, 5), {|DSLN0112:RMSNorm(PerPosition = true)|}, Flatten, Dense(2)", "RMSNorm1 normalizes over a single channel at each position, of which nothing but the sign could be left (Input produces 1×5×5 (25)). Leave out PerPosition, to normalize over all values of a sample.")]
    [InlineData("Input(1, 1, 1), {|DSLN0112:RMSNorm(PerPosition = true)|}, Flatten, Dense(2)", "RMSNorm1 normalizes over a single value, of which nothing but the sign could be left (Input produces 1×1×1 (1)). Remove RMSNorm1.")]
    [InlineData("Input(1, 1, 1), {|DSLN0112:GroupNorm(1)|}, Flatten, Dense(2)", "GroupNorm1 normalizes over a single value, of which nothing but the sign could be left (Input produces 1×1×1 (1)). Remove GroupNorm1.")]
    [InlineData("Input(6), {|DSLN0112:GroupNorm(6)|}, Dense(2)", "GroupNorm1 normalizes over a single value, of which nothing but the sign could be left (Input produces a vector of 6). Write fewer groups.")]
    [InlineData("Input(3, 1, 1), {|DSLN0112:InstanceNorm|}, Flatten, Dense(2)", "InstanceNorm1 normalizes over a single value of each channel, of which nothing but the sign could be left (Input produces 3×1×1 (3)). Remove InstanceNorm1, or pool less before it.")]
    public Task A_normalization_needs_several_values(string attributes, string message) => Analysis.VerifyNetworkAsync($"[{attributes}]", message);

    [Theory]
    [InlineData("128", "128 inputs")]
    [InlineData("1", "1 input")]
    public Task Declared_inputs_must_arrive(string inputs, string expected) => Analysis.VerifyNetworkAsync(
        $"[Input(16, 8, 8), Flatten, Dense(10, {{|DSLN0102:Inputs = {inputs}|}})]",
        $"Dense1 expects {expected} but Flatten1 produces a vector of 1,024. Set Inputs = 1024, or leave it out.");

    [Theory]
    [InlineData("[Input(4), Dense(12), {|DSLN0103:Output(10)|}]", "a vector of 10", "Dense1", "a vector of 12", "12")]
    [InlineData("[Input(1, 50, 50), Conv2D(1, 3), {|DSLN0103:Output(2_304)|}]", "a vector of 2,304", "Conv1", "1×48×48 (2,304)", "1, 48, 48")]
    [InlineData("[Input(4, 100), ReLU, {|DSLN0103:Output(4, 10)|}]", "4×10 (40)", "ReLU1", "4×100 (400)", "4, 100")]
    [InlineData("[Input(4), Dense(12), {|DSLN0103:Output(12, 1, 1)|}]", "12×1×1 (12)", "Dense1", "a vector of 12", "12")]
    public Task The_output_is_what_was_asserted(string attributes, string expected, string producer, string actual, string arguments) =>
        Analysis.VerifyNetworkAsync(
            attributes,
            $"[Output] declares {expected} but {producer} produces {actual}. Write [Output({arguments})], or change {producer}.");

    [Theory]
    [InlineData("""[Input(2, 4, 4), GlobalAvgPool, Dense(3), Multiply({|DSLN0104:"Input"|})]""", "Multiply1 multiplies Dense1, which produces a vector of 3, and Input, which produces 2×4×4 (32). Give both the same shape, or make Dense1 a vector of 2, one value for each channel of Input.")]
    [InlineData("""[Input(2, 4, 4), Conv2D(3, 1), Subtract({|DSLN0104:"Input"|})]""", "Subtract1 takes the difference of Conv1, which produces 3×4×4 (48), and Input, which produces 2×4×4 (32). Give both the same shape, or join them with [Concat].")]
    [InlineData("""[Input(2, 4, 4), Conv2D(2, 3), Add({|DSLN0104:"Input"|})]""", "Add1 adds Conv1, which produces 2×2×2 (8), and Input, which produces 2×4×4 (32). Give both the same shape.")]
    [InlineData("""[Input(2, 4, 4), GlobalAvgPool, Multiply("Input")]""", null)]
    public Task Joined_values_have_one_shape_or_a_vector_of_channels(string attributes, string? message) => message is null
        ? Analysis.VerifyNetworkAsync(attributes)
        : Analysis.VerifyNetworkAsync(attributes, message);

    [Theory]
    [InlineData("Input(4, 8, 8), {|DSLN0130:Reshape(4, 8, 9)|}", "Reshape1 makes 4×8×9, which has 288 values, of what Input produces: 4×8×8 (256). Write a shape with as many values, or change Input.")]
    [InlineData("Input(10), {|DSLN0130:Reshape(3, -1)|}", "Reshape1 makes 3×…, which has a multiple of 3 values, of what Input produces: a vector of 10. Write a shape with as many values, or change Input.")]
    [InlineData("Input(10), Reshape(2, {|DSLN0050:0|}, -1)", "Reshape1 has Height = 0, but sizes and strides are at least 1. Write a positive number.")]
    [InlineData("Input(10), Reshape(-1, {|DSLN0053:-1|}, 1)", "Reshape1 has Height = -1. Write a positive number: only one length follows from the others, and Channels is -1 too.")]
    [InlineData("Input(4, 8, 8), {|DSLN0131:Slice(3, 2)|}", "Slice1 takes the channels 3 to 4, counted from 0, but Input produces 4×8×8 (256). Write a length of at most 1.")]
    [InlineData("Input(4), {|DSLN0131:Slice(4, 1)|}", "Slice1 takes the values 4 to 4, counted from 0, but Input produces a vector of 4. Write a start of at most 3.")]
    [InlineData("Input(4), Slice({|DSLN0053:-1|}, 1)", "Slice1 has Start = -1. Write 0 or more.")]
    public Task Reshaped_and_sliced_values_are_there(string attributes, string message) => Analysis.VerifyNetworkAsync($"[{attributes}]", message);

    [Theory]
    [InlineData("Input(3), {|DSLN0144:Embedding(8)|}, Dense(2)", "Embedding1 looks up features of tokens, which are integers, but Input produces a vector of 3. Declare [Tokens(vocabulary)] for what it shall read, or use [Dense] for values.")]
    [InlineData("Tokens(5), Embedding(4), {|DSLN0144:Embedding(8)|}, Dense(2)", "Embedding2 looks up features of tokens, which are integers, but Embedding1 produces a vector of 4. Declare [Tokens(vocabulary)] for what it shall read, or use [Dense] for values.")]
    [InlineData("Tokens(12), {|DSLN0145:Dense(16)|}, ReLU, Dense(2)", "Dense1 computes with values, but Tokens is 1 token of 12, integers that only name things. Insert [Embedding(features)] behind Tokens.")]
    [InlineData("Tokens(12), {|DSLN0145:ReLU|}, Dense(2)", "ReLU1 computes with values, but Tokens is 1 token of 12, integers that only name things. Insert [Embedding(features)] behind Tokens.")]
    [InlineData("Tokens(12), {|DSLN0145:BatchNorm|}, Dropout(0.5), Dense(2)", "BatchNorm1 computes with values, but Tokens is 1 token of 12, integers that only name things. Insert [Embedding(features)] behind Tokens.")]
    [InlineData("Tokens(12, Length = 5), {|DSLN0145:Conv1D(4, 3)|}, Flatten, Dense(2)", "Conv1 computes with values, but Tokens is 5 tokens of 12, integers that only name things. Insert [Embedding(features)] behind Tokens.")]
    [InlineData("Tokens(12, Name = \"city\"), Embedding(4), {|DSLN0145:Concat(\"city\")|}, Dense(2)", "Concat1 computes with values, but city is 1 token of 12, integers that only name things. Insert [Embedding(features)] behind city.")]
    [InlineData("Tokens(12, Length = 5), Embedding(4), {|DSLN0100:Dense(2)|}", "Dense1 expects a vector but Embedding1 produces 4×5 (20). Insert [Flatten] before Dense1.")]
    [InlineData("Tokens({|DSLN0050:0|}), Embedding(4)", "Tokens has Vocabulary = 0, but sizes and strides are at least 1. Write a positive number.")]
    [InlineData("Tokens(4, {|DSLN0050:Length = -1|}), Embedding(4)", "Tokens has Length = -1, but sizes and strides are at least 1. Write a positive number.")]
    [InlineData("Tokens(4), Embedding({|DSLN0050:0|})", "Embedding1 has Features = 0, but sizes and strides are at least 1. Write a positive number.")]
    [InlineData(
        "Tokens(4), Embedding(2, {|DSLN0146:PaddingIndex = 4|})",
        "Embedding1 has PaddingIndex = 4, but Tokens has a vocabulary of 4: tokens from 0 to 3. Write one of these, or give Tokens a vocabulary of at least 5.")]
    [InlineData(
        "Tokens(4, Length = 3, Name = \"words\"), Embedding(2, {|DSLN0146:PaddingIndex = 2147483647|}), Flatten, Dense(2)",
        "Embedding1 has PaddingIndex = 2,147,483,647, but words has a vocabulary of 4: tokens from 0 to 3. Write one of these, or give words a vocabulary of at least 2,147,483,648.")]
    [InlineData("Tokens(4), Embedding(2, {|DSLN0053:PaddingIndex = -1|})", "Embedding1 has PaddingIndex = -1. Write a token, which is at least 0, or leave it out.")]
    [InlineData("Tokens(4), Embedding(2, {|DSLN0053:InitialDeviation = -1|})", "Embedding1 has InitialDeviation = -1. Write a finite number of at least 0.")]
    public Task Tokens_are_for_an_embedding(string attributes, string message) => Analysis.VerifyNetworkAsync($"[{attributes}]", message);

    [Fact]
    public Task Added_shapes_are_the_same() => Analysis.VerifyNetworkAsync(
        """[Input(4), Dense(8), Dense(16), ReLU, Add("Dense2", {|DSLN0104:"Dense1"|})]""",
        "Add1 adds ReLU1, which produces a vector of 16, and Dense1, which produces a vector of 8. Give both the same shape, or join them with [Concat].");

    [Theory]
    [InlineData("""[Input(2, 8, 8), Conv2D(2, 3), Concat({|DSLN0105:"Input"|}, Axis = ConcatAxis.Height)]""", "Concat1 joins Conv1, which produces 2×6×6 (72), and Input, which produces 2×8×8 (128). Make both images of the same channels and width.")]
    [InlineData("""[Input(2, 8, 8), Conv2D(3, 1), Concat({|DSLN0105:"Input"|}, Axis = ConcatAxis.Width)]""", "Concat1 joins Conv1, which produces 3×8×8 (192), and Input, which produces 2×8×8 (128). Make both images of the same channels and height.")]
    [InlineData("""[Input(2, 8), Conv1D(3, 3), Concat({|DSLN0105:"Input"|}, Axis = ConcatAxis.Length)]""", "Concat1 joins Conv1, which produces 3×6 (18), and Input, which produces 2×8 (16). Make both signals of the same channels.")]
    [InlineData("""[Input(2, 8), Conv1D(2, 3), Concat("Input", {|DSLN0120:Axis = ConcatAxis.Height|})]""", "Concat1 joins along ConcatAxis.Height, but Conv1 produces 2×6 (12), which has no such axis. Write ConcatAxis.Length, or leave out Axis for channels.")]
    [InlineData("""[Input(2, 8, 8), Conv2D(2, 3), Concat("Input", {|DSLN0120:Axis = ConcatAxis.Length|})]""", "Concat1 joins along ConcatAxis.Length, but Conv1 produces 2×6×6 (72), which has no such axis. Write ConcatAxis.Height or ConcatAxis.Width, or leave out Axis for channels.")]
    [InlineData("""[Input(8), Dense(2), Concat("Input", {|DSLN0120:Axis = ConcatAxis.Width|})]""", "Concat1 joins along ConcatAxis.Width, but Dense1 produces a vector of 2, which has no such axis. Leave out Axis: vectors are joined end to end.")]
    public Task Values_are_joined_along_an_axis(string attributes, string message) => Analysis.VerifyNetworkAsync(attributes, message);

    [Theory]
    [InlineData("""[Input(1, 8, 8), Conv2D(2, 3), Concat({|DSLN0105:"Input"|})]""", "Conv1", "2×6×6 (72)", "Input", "1×8×8 (64)")]
    [InlineData("""[Input(1, 8, 8), Flatten, Concat({|DSLN0105:"Input"|})]""", "Flatten1", "a vector of 64", "Input", "1×8×8 (64)")]
    [InlineData("""[Input(3, 8), Flatten, Concat({|DSLN0105:"Input"|})]""", "Flatten1", "a vector of 24", "Input", "3×8 (24)")]
    public Task Joined_shapes_agree(string attributes, string first, string expected, string second, string actual) => Analysis.VerifyNetworkAsync(
        attributes,
        $"Concat1 joins {first}, which produces {expected}, and {second}, which produces {actual}. Make both vectors, signals of the same length, or images of the same height and width.");

    [Theory]
    [InlineData("Conv2D(2, {|DSLN0106:9|})", "Conv1", "9×9", "5×8", "5×5")]
    [InlineData("Conv2D(2, {|DSLN0106:8|}, 3)", "Conv1", "8×3", "5×8", "5×3")]
    [InlineData("Conv2D(2, 5, {|DSLN0106:9|})", "Conv1", "5×9", "5×8", "5×8")]
    [InlineData("Conv2D(2, {|DSLN0106:11|}, Padding = 2)", "Conv1", "11×11", "9×12", "9×9")]
    [InlineData("MaxPool2D({|DSLN0106:6|}, Stride = 1)", "MaxPool1", "6×6", "5×8", "5×5")]
    public Task Kernels_fit(string layer, string name, string kernel, string padded, string largest) => Analysis.VerifyNetworkAsync(
        $"[Input(1, 5, 8), {layer}, Flatten, Dense(2), Output(2)]",
        $"{name} has a kernel of {kernel} but its input, with padding, is {padded} (Input produces 1×5×8 (40)). Use a kernel of at most {largest}, or more padding.");

    [Theory]
    [InlineData("Conv1D(2, {|DSLN0106:9|})", "9", "5", "5")]
    [InlineData("Conv1D(2, {|DSLN0106:11|}, Padding = 2)", "11", "9", "9")]
    [InlineData("Conv1D(2, {|DSLN0106:6|}, Dilation = 2)", "6, 11 with Dilation = 2,", "5", "3")]
    public Task Kernels_of_signals_fit(string layer, string kernel, string padded, string largest) => Analysis.VerifyNetworkAsync(
        $"[Input(3, 5), {layer}, Flatten, Dense(2), Output(2)]",
        $"Conv1 has a kernel of {kernel} but its input, with padding, is {padded} (Input produces 3×5 (15)). Use a kernel of at most {largest}, or more padding.");

    [Theory]
    [InlineData("Input(3, 9)", "Conv1D(2, {|DSLN0106:3|}, Dilation = 8)", "3, 17 with Dilation = 8,", "9", "3×9 (27)", "4")]
    [InlineData("Input(3, 9)", "Conv1D(2, {|DSLN0106:3|}, Dilation = 8, Padding = 2)", "3, 17 with Dilation = 8,", "13", "3×9 (27)", "6")]
    [InlineData("Input(1, 9, 5)", "Conv2D(2, {|DSLN0106:3|}, Dilation = 4)", "3×3, 9×9 with Dilation = 4,", "9×5", "1×9×5 (45)", "2")]
    public Task Dilated_kernels_fit(string input, string layer, string kernel, string padded, string actual, string dilation) => Analysis.VerifyNetworkAsync(
        $"[{input}, {layer}, Flatten, Dense(2), Output(2)]",
        $"Conv1 has a kernel of {kernel} but its input, with padding, is {padded} (Input produces {actual}). Use a dilation of at most {dilation}, or more padding.");

    /// <summary>Where there is but one row or column, the kernel that fits lies along it.</summary>
    [Theory]
    [InlineData("1, 1, 100", "Conv2D(8, {|DSLN0106:3|})", "Conv1", "3×3", "1×100", "1×1×100 (100)", "1×3")]
    [InlineData("1, 100, 1", "Conv2D(8, {|DSLN0106:3|})", "Conv1", "3×3", "100×1", "1×100×1 (100)", "3×1")]
    [InlineData("1, 1, 4", "Conv2D(8, {|DSLN0106:9|})", "Conv1", "9×9", "1×4", "1×1×4 (4)", "1×4")]
    [InlineData("2, 1, 100", "MaxPool2D({|DSLN0106:2|})", "MaxPool1", "2×2", "1×100", "2×1×100 (200)", "1×2")]
    public Task Kernels_lie_along_lines(string input, string layer, string name, string kernel, string padded, string produced, string largest) => Analysis.VerifyNetworkAsync(
        $"[Input({input}), {layer}, Flatten, Dense(2)]",
        $"{name} has a kernel of {kernel} but its input, with padding, is {padded} (Input produces {produced}). Use a kernel of at most {largest}, or more padding.");

    /// <summary>A kernel of one position would build, and be of no use.</summary>
    [Theory]
    [InlineData("[Input(1, 4, 4), MaxPool2D(2), MaxPool2D(2), MaxPool2D({|DSLN0106:2|}), Flatten, Dense(2)]", "MaxPool3", "MaxPool2")]
    [InlineData("[Input(1, 4, 4), MaxPool2D(2), MaxPool2D(2), Conv2D(3, {|DSLN0106:2|}), Flatten, Dense(2)]", "Conv1", "MaxPool2")]
    public Task A_position_is_no_image(string attributes, string layer, string producer) => Analysis.VerifyNetworkAsync(
        attributes,
        $"{layer} has a kernel of 2×2 but its input, with padding, is 1×1 ({producer} produces 1×1×1 (1)). Remove it, pool less before it, or declare a larger input.");

    [Fact]
    public Task An_image_that_is_a_vector_by_now() => Analysis.VerifyNetworkAsync(
        "[Input(1, 8, 8), Flatten, {|DSLN0101:MaxPool2D(2)|}]",
        "MaxPool1 expects an image but Flatten1 produces a vector of 64. Move MaxPool1 to where there is an image: behind [Input(channels, height, width)] and before Flatten and Dense.");

    [Fact]
    public Task Shapes_that_cannot_be_joined_either() => Analysis.VerifyNetworkAsync(
        """[Input(1, 4, 4), Flatten, Add({|DSLN0104:"Input"|})]""",
        "Add1 adds Flatten1, which produces a vector of 16, and Input, which produces 1×4×4 (16). Give both the same shape, or make Flatten1 a vector of 1, one value for each channel of Input.");

    [Fact]
    public Task Classes_are_a_vector() => Analysis.VerifyNetworkAsync(
        "[Input(1, 8, 8), Conv2D(2, 3), {|DSLN0107:SoftmaxCrossEntropy|}]",
        "SoftmaxCrossEntropy expects a vector with a value for each class but Conv1 produces 2×6×6 (72). Insert [Flatten] and [Dense(classes)] before the loss.");

    [Fact]
    public Task Classes_are_several() => Analysis.VerifyNetworkAsync(
        "[Input(8), Dense(1), {|DSLN0108:SoftmaxCrossEntropy|}]",
        "SoftmaxCrossEntropy expects at least 2 classes but Dense1 produces a vector of 1. Make it one output for each class, or use [BinaryCrossEntropy] for a single one.");

    [Fact]
    public Task Each_class_has_a_weight() => Analysis.VerifyNetworkAsync(
        "[Input(8), Dense(3), SoftmaxCrossEntropy({|DSLN0132:ClassWeights = new float[] { 1, 5 }|})]",
        "SoftmaxCrossEntropy has 2 class weights but Dense1 produces a vector of 3, a value for each class. Write a weight for each class, or leave ClassWeights out.");

    [Fact]
    public Task Distributions_are_vectors() => Analysis.VerifyNetworkAsync(
        "[Input(2, 3, 4), Conv2D(2, 1), {|DSLN0107:KLDivergence|}]",
        "KLDivergence expects a vector with a value for each class but Conv1 produces 2×3×4 (24). Insert [Flatten] and [Dense(classes)] before the loss.");

    [Theory]
    [InlineData("[{|DSLN0109:Input(3, 10_000, 10_000)|}, Conv2D(2, 3), MaxPool2D(2), Flatten, Dense(2), Output(2)]", "Input", "300,000,000")]
    [InlineData("[Input(3, 2_000, 2_000), {|DSLN0109:Conv2D(100, 1)|}, MaxPool2D(2), Flatten, Dense(2), Output(2)]", "Conv1", "400,000,000")]
    [InlineData("""[Input(150_000_000), ReLU, {|DSLN0109:Concat("Input")|}]""", "Concat1", "300,000,000")]
    public Task Tensors_are_not_huge(string attributes, string name, string length) => Analysis.VerifyNetworkAsync(
        attributes, $"{name} produces {length} values, more than the 268,435,456 that a tensor can hold. Make its input or the layer smaller.");

    [Theory]
    [InlineData("[Input(1, 16_384, 16_384), {|DSLN0111:MaxPool2D(2)|}, GlobalAvgPool, Dense(2)]", "MaxPool1", "2,684,354,560")]
    [InlineData("[Input(4, 8192, 4096), {|DSLN0111:Conv2D(2, 1, Stride = 2, Groups = 2)|}, GlobalAvgPool, Dense(2)]", "Conv1", "1,006,632,960")]
    [InlineData("[Input(1, 10_000, 10_000), {|DSLN0111:MaxPool2D(2)|}, MaxPool2D(2), GlobalAvgPool, Dense(2)]", "MaxPool1", "1,000,000,000")]
    public Task Samples_fit_in_memory(string attributes, string name, string length) => Analysis.VerifyNetworkAsync(
        attributes, $"With {name} the network keeps {length} values for each sample, more than the 805,306,368 it can hold. Pool earlier, or make layers smaller.");

    [Theory]
    [InlineData("[Input(20_000), {|DSLN0110:Dense(20_000)|}, ReLU, Dense(10)]", "Dense1", "400,020,000")]
    [InlineData("[Input(10_000), Dense(10_000), ReLU, {|DSLN0110:Dense(10_000)|}, ReLU, Dense(1)]", "Dense2", "200,020,000")]
    [InlineData("[Input(1, 1, 1), {|DSLN0110:Conv2D(268_435_456, 134_217_729, Padding = Padding.Same)|}]", "Conv1", "9,223,372,036,854,775,807")]
    public Task Networks_are_not_huge(string attributes, string name, string count) => Analysis.VerifyNetworkAsync(
        attributes, $"With {name} the network has {count} parameters, more than the 134,217,728 it can hold. Make the layer smaller, or pool its input first.");

    [Theory]
    [InlineData("[Input(4), Dense(12), Output(10)]", "Expected=10 Actual=12 ActualArguments=12 Producer=Dense1")]
    [InlineData("[Input(16, 8, 8), Flatten, Dense(10, Inputs = 128)]", "Expected=128 Actual=1024 ActualLength=1024 Layer=Dense1")]
    [InlineData("[Input(1, 5, 8), Conv2D(2, 8, 3)]", "Largest=5, 3 Layer=Conv1")]
    [InlineData("[Input(1, 5, 5), Dense(2)]", "Actual=1, 5, 5 Producer=Input")]
    public async Task Properties_tell_code_fixes_what_to_write(string attributes, string expected)
    {
        Diagnostic found = Assert.Single(await Analysis.RunAsync(Parsing.NetworkSource.Compile(Parsing.NetworkSource.Class(attributes))));
        string all = string.Join(" ", found.Properties.Select(property => $"{property.Key}={property.Value}"));
        foreach (string part in System.Text.RegularExpressions.Regex.Split(expected, @" (?=\w+=)"))
            Assert.Contains(part, all);
    }
}
