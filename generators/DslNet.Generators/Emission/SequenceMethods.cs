using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>
/// Writes the public methods of a network of sequences: of one sequence and of many, and of a state, which frames are passed to one by one or in blocks.
/// </summary>
internal static class SequenceMethods
{
    /// <summary>The interface of such networks.</summary>
    public const string Interface = "global::DslNet.ISequenceNetwork";

    private const string Floats = "global::System.ReadOnlySpan<float>", WrittenFloats = "global::System.Span<float>", LabelSpan = "global::System.ReadOnlySpan<int>";

    private const string Inherited = "/// <inheritdoc />";

    private const string Guard = LibraryCall.Namespace + "SequenceGuard", Lengths = "global::System.ReadOnlySpan<int> lengths";

    public static void Write(SourceWriter writer, NetworkPlan plan)
    {
        NetworkSpec network = plan.Network;
        Method(
            writer, $"public void Predict({Floats} inputs, {WrittenFloats} outputs, int frames, {Lengths} = default)",
            CheckInputs,
            Make(network, PortRole.Input, PortRole.Output),
            $"{Guard}.CheckOutputs(samples.{SamplesStruct.Outputs}, inputs, outputs, OutputLength);",
            "if (count > 0)",
            "\tEvaluate(samples);");
        WriteLosses(writer, network, PortRole.Target, Floats, "targets");
        WriteLosses(writer, network, PortRole.Label, LabelSpan, "labels");
        WriteOfOne(writer);
        if (plan.State is not null)
            WriteStream(writer, plan);
    }

    /// <summary>The same members for a network that cannot be built.</summary>
    public static void WriteStubs(SourceWriter writer, NetworkSpec network, string refusal)
    {
        string[] declarations =
        [
            $"public void Predict({Floats} inputs, {WrittenFloats} outputs)", $"public void Predict({Floats} inputs, {WrittenFloats} outputs, int frames, {Lengths} = default)",
            .. Losses(Floats, "targets"), .. Losses(LabelSpan, "labels"),
        ];
        foreach (string declaration in declarations)
            writer.Lines("", Inherited, $"{declaration} => {refusal};");
        if (network.Nodes.Any(node => node.Layer.LooksAhead))
            return;
        writer.Lines(
            "", "/// <summary>Creates a state before the first frame.</summary>", $"public State CreateState() => {refusal};",
            "", "/// <summary>Predicts one frame.</summary>", $"public void Step(State state, {Floats} frame, {WrittenFloats} output) => {refusal};",
            "", "/// <summary>Predicts a block of frames.</summary>", $"public void Process(State state, {Floats} block, {WrittenFloats} outputs) => {refusal};",
            "", "/// <summary>What the network remembers of the frames before.</summary>");
        using (writer.Block("public sealed class State : global::DslNet.SequenceState"))
        {
            writer.Line("private State() : base(null!) { }");
            writer.Lines("", "/// <summary>Makes another state remember the same.</summary>", $"public void CopyTo(State other) => {refusal};");
        }
    }

    private static IEnumerable<string> Losses(string type, string compared) =>
    [
        $"public float ComputeLoss({Floats} inputs, {type} {compared}, {WrittenFloats} outputs = default, {Floats} weights = default)",
        $"public float ComputeLoss({Floats} inputs, {type} {compared}, int frames, {WrittenFloats} outputs = default, {Floats} weights = default, {Lengths} = default)",
        $"public float ComputeGradients({Floats} inputs, {type} {compared}, long step = 0, {Floats} weights = default)",
        $"public float ComputeGradients({Floats} inputs, {type} {compared}, int frames, long step, {Floats} weights = default, {Lengths} = default)",
    ];

    private static void WriteLosses(SourceWriter writer, NetworkSpec network, PortRole role, string type, string compared)
    {
        string loss = $"ComputeLoss({Floats} inputs, {type} {compared}, int frames, {WrittenFloats} outputs", gradients = $"ComputeGradients({Floats} inputs, {type} {compared}, int frames, long step, {Floats} weights";
        if (!network.PortsOf(role).Any())
        {
            writer.Lines(
                "", $"float {Interface}.{loss}, {Floats} weights, {Lengths}) => {LossMethods.Refusal(network)};",
                "", $"float {Interface}.{gradients}, {Lengths}) => {LossMethods.Refusal(network)};");
            return;
        }

        const string runs = $"samples.{SamplesStruct.Outputs}";
        string counted = role == PortRole.Label ? LossMethods.CountedLabels(network.Losses[0], compared, "weights", runs) : LossMethods.ValuesOfMean(network, runs, "weights");
        Method(
            writer, $"public float {loss} = default, {Floats} weights = default, {Lengths} = default)",
            CheckInputs,
            Make(network, PortRole.Input, role, PortRole.Weight, PortRole.Output),
            $"{Guard}.CheckLoss({runs}, inputs, {compared}, OutputLength, outputs, weights{LossMethods.LossOf(network, role)});",
            $"return (float){LossMethods.Means}.Of(Evaluate(samples), {counted});");
        Method(
            writer, $"public float {gradients} = default, {Lengths} = default)",
            CheckInputs,
            Make(network, PortRole.Input, role, PortRole.Weight),
            $"{Guard}.CheckLoss({runs}, inputs, {compared}, OutputLength, default, weights{LossMethods.LossOf(network, role)});",
            "return SumGradients(samples, step);");
    }

    private const string CheckInputs = $"int count = {Guard}.CheckInputs(inputs, InputLength, frames, lengths);";

    /// <summary>The interface of all networks: its methods take one sequence.</summary>
    private static void WriteOfOne(SourceWriter writer)
    {
        const string frames = "global::System.Math.Max(1, inputs.Length / InputLength)";
        Method(
            writer, $"public void Predict({Floats} inputs, {WrittenFloats} outputs)",
            $"Predict(inputs, outputs, {frames});");
        foreach ((string type, string compared) in new[] { (Floats, "targets"), (LabelSpan, "labels") })
        {
            writer.Lines(
                "", Inherited,
                $"public float ComputeLoss({Floats} inputs, {type} {compared}, {WrittenFloats} outputs = default, {Floats} weights = default) => (({Interface})this).ComputeLoss(inputs, {compared}, {frames}, outputs, weights);",
                "", Inherited,
                $"public float ComputeGradients({Floats} inputs, {type} {compared}, long step = 0, {Floats} weights = default) => (({Interface})this).ComputeGradients(inputs, {compared}, {frames}, step, weights);");
        }
    }

    private static void WriteStream(SourceWriter writer, NetworkPlan plan)
    {
        FrameState state = plan.State!;
        string values = string.Join(", ", state.Values.SelectMany(value => Enumerable.Range(0, value.Rows).Select(row => $"({value.Offset + row * value.Row}, {value.FramesBefore}, {value.FrameLength})")));
        writer.Lines(
            "", "/// <summary>Creates a state before the first frame, with all memory that <see cref=\"Step\"/> and <see cref=\"Process\"/> need.</summary>",
            "public State CreateState() => new();",
            "",
            "/// <summary>Predicts the frame that follows those which a state has seen. It allocates nothing and takes no lock.</summary>",
            "/// <param name=\"state\">The stream's state, which one thread uses at a time.</param>",
            $"/// <param name=\"frame\">The frame: {plan.Network.Inputs[0].Shape}.</param>",
            $"/// <param name=\"output\">Receives its output: {plan.Network.Outputs[0].Shape}.</param>",
            "/// <exception cref=\"global::System.ArgumentException\">A length is another, or the memory overlaps.</exception>");
        using (writer.Block($"public void Step(State state, {Floats} frame, {WrittenFloats} output)"))
        {
            writer.Line("Guard__.CheckFrame(state, frame, InputLength, output, OutputLength);");
            writer.Line(Call("1", "frame", "output"));
        }

        writer.Lines(
            "",
            "/// <summary>Predicts the frames that follow those which a state has seen, to the same bits however they are divided into blocks. It allocates nothing and takes no lock.</summary>",
            "/// <param name=\"state\">The stream's state, which one thread uses at a time.</param>",
            "/// <param name=\"block\">frames × input length.</param>",
            "/// <param name=\"outputs\">Receives frames × output length.</param>",
            "/// <exception cref=\"global::System.ArgumentException\">The lengths do not fit together, or the memory overlaps.</exception>");
        using (writer.Block($"public void Process(State state, {Floats} block, {WrittenFloats} outputs)"))
        {
            writer.Line("int count = Guard__.CheckBlock(state, block, InputLength, outputs, OutputLength);");
            writer.Line(Call("count", "block", "outputs"));
        }

        writer.Lines("", "/// <summary>What the network remembers of the frames before: one for each stream.</summary>");
        using (writer.Block("public sealed class State : global::DslNet.SequenceState"))
        {
            writer.Line($"private static readonly {LibraryCall.Namespace}FrameLayout s_layout = new({state.Length}, {plan.FrameScratch}, [{values}]);");
            writer.Line();
            writer.Line("internal State() : base(s_layout) { }");
            writer.Lines("", "/// <summary>Makes another state remember the same.</summary>", "/// <param name=\"other\">The other.</param>", "public void CopyTo(State other) => CopyMemoryTo(other);");
        }

        string Call(string count, string input, string output) =>
            $"{SurfaceFile.NewCall}FramesCall<{SamplesStruct.Name}>(_memory, state, {Passed(count, input, output)}, {count}));";

        string Passed(string count, string input, string output) => $"new {SamplesStruct.Name} {{ Count = {count}, Frames = {count}, "
            + $"{SpanOf(plan.Network, PortRole.Input).Field} = {input}, {SpanOf(plan.Network, PortRole.Output).Field} = {output} }}";
    }

    /// <summary>Declares what the programs are passed.</summary>
    private static string Make(NetworkSpec network, params PortRole[] roles) =>
        $"{SamplesStruct.Name} samples = new() {{ Count = count * frames, Frames = frames, Lengths = lengths, {string.Join(", ", roles.Select(role => SpanOf(network, role)).Select(span => $"{span.Field} = {span.Argument}"))} }};";

    private static SampleSpan SpanOf(NetworkSpec network, PortRole role) => SampleSpan.Of(network).Single(span => span.Port.Role == role && !span.IsGradient);

    private static void Method(SourceWriter writer, string declaration, params string[] body)
    {
        writer.Lines("", Inherited);
        using (writer.Block(declaration))
            writer.Lines(body);
    }
}
