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
    private const string Floats = "global::System.ReadOnlySpan<float>", WrittenFloats = "global::System.Span<float>", LabelSpan = "global::System.ReadOnlySpan<int>";

    private const string Inherited = "/// <inheritdoc />";

    private const string Lengths = LabelSpan + " lengths", Runs = $"samples.{SamplesStruct.Outputs}";

    public static void Write(SourceWriter writer, NetworkPlan plan)
    {
        NetworkSpec network = plan.Network;
        SequenceInput input = SequenceInput.Of(network);
        Method(
            writer, $"public void Predict({input.Type} {input.Argument}, {WrittenFloats} outputs, int frames, {Lengths} = default)",
            [
                .. Make(network, input, PortRole.Input, PortRole.Output),
                $"{input.Guard}.CheckOutputs({Runs}, {input.Argument}, outputs, OutputLength);",
                "if (count > 0)",
                "\tEvaluate(samples);",
            ]);
        WriteLosses(writer, network, input, PortRole.Target, Floats, "targets");
        WriteLosses(writer, network, input, PortRole.Label, LabelSpan, "labels");
        WriteOfOne(writer, network, input);
        if (plan.State is not null)
            WriteStream(writer, plan, input);
    }

    /// <summary>The same members for a network that cannot be built.</summary>
    public static void WriteStubs(SourceWriter writer, NetworkSpec network, string refusal)
    {
        SequenceInput input = SequenceInput.Of(network);
        string[] declarations =
        [
            $"public void Predict({input.Type} {input.Argument}, {WrittenFloats} outputs)", $"public void Predict({input.Type} {input.Argument}, {WrittenFloats} outputs, int frames, {Lengths} = default)",
            .. Losses(input, Floats, "targets"), .. Losses(input, LabelSpan, "labels"),
        ];
        foreach (PublicMethod method in input.IsOfTokens ? PublicMethod.OfInterface : [])
            writer.Lines("", $"{method.ExplicitDeclaration} => {refusal};");
        foreach (string declaration in declarations)
            writer.Lines("", Inherited, $"{declaration} => {refusal};");
        if (network.Nodes.Any(node => node.Layer.LooksAhead))
            return;
        writer.Lines(
            "", "/// <summary>Creates a state before the first frame.</summary>", $"public State CreateState() => {refusal};",
            "", "/// <summary>Predicts one frame.</summary>", $"public void Step(State state, {input.Frame}, {WrittenFloats} output) => {refusal};",
            "", "/// <summary>Predicts a block of frames.</summary>", $"public void Process(State state, {input.Type} block, {WrittenFloats} outputs) => {refusal};",
            "", "/// <summary>What the network remembers of the frames before.</summary>");
        using (writer.Block("public sealed class State : global::DslNet.SequenceState"))
        {
            writer.Line("private State() : base(null!) { }");
            writer.Lines("", "/// <summary>Makes another state remember the same.</summary>", $"public void CopyTo(State other) => {refusal};");
        }
    }

    // Those of one sequence are of the interface of all networks, which takes values.
    private static IEnumerable<string> Losses(SequenceInput input, string type, string compared) =>
    [
        .. input.IsOfTokens ? Array.Empty<string>() :
        [
            $"public float ComputeLoss({input.Type} {input.Argument}, {type} {compared}, {WrittenFloats} outputs = default, {Floats} weights = default)",
            $"public float ComputeGradients({input.Type} {input.Argument}, {type} {compared}, long step = 0, {Floats} weights = default)",
        ],
        $"public float ComputeLoss({input.Type} {input.Argument}, {type} {compared}, int frames, {WrittenFloats} outputs = default, {Floats} weights = default, {Lengths} = default)",
        $"public float ComputeGradients({input.Type} {input.Argument}, {type} {compared}, int frames, long step, {Floats} weights = default, {Lengths} = default)",
    ];

    /// <summary>Checks that the inputs are whole sequences, none of which is longer than a layer takes, and declares what the programs are passed.</summary>
    private static IEnumerable<string> Make(NetworkSpec network, SequenceInput input, params PortRole[] roles) =>
    [
        $"int count = {input.Guard}.CheckInputs({input.Argument}, {input.Extent}, frames, lengths);",
        .. Limited(network).Select(node => $"{LibraryCall.Namespace}FrameLimit.Check(frames, lengths, {node.Layer.MostFrames}, {Literal.Of(node.Path)});"),
        $"{SamplesStruct.Name} samples = new() {{ Count = count * frames, Frames = frames, Lengths = lengths, {string.Join(", ", roles.Select(role => SpanOf(network, role)).Select(span => $"{span.Field} = {span.Argument}"))} }};",
    ];

    /// <summary>Checks that the frames which follow those that a state has seen are no more than a layer takes.</summary>
    private static IEnumerable<string> FrameChecks(NetworkPlan plan, string frames) => Limited(plan.Network).Select(node =>
    {
        FrameState.Value count = plan.State!.Values.Single(value => value.Name == Lowering.FrameCount.NameOf(node.Name));
        return $"{LibraryCall.Namespace}FrameLimit.Check(state, {count.Offset}, {count.FrameLength}, {frames}, {node.Layer.MostFrames}, {Literal.Of(node.Path)});";
    });

    private static IEnumerable<NodeSpec> Limited(NetworkSpec network) => network.Nodes.Where(node => node.Layer.MostFrames is not null);

    private static void WriteLosses(SourceWriter writer, NetworkSpec network, SequenceInput input, PortRole role, string type, string compared)
    {
        string frames = $"{input.Type} {input.Argument}", loss = $"ComputeLoss({frames}, {type} {compared}, int frames, {WrittenFloats} outputs",
            gradients = $"ComputeGradients({frames}, {type} {compared}, int frames, long step, {Floats} weights";
        if (!network.PortsOf(role).Any())
        {
            writer.Lines(
                "", $"float {input.Interface}.{loss}, {Floats} weights, {Lengths}) => {LossMethods.Refusal(network)};",
                "", $"float {input.Interface}.{gradients}, {Lengths}) => {LossMethods.Refusal(network)};");
            return;
        }

        string counted = role == PortRole.Label ? LossMethods.CountedLabels(network.Losses[0], compared, "weights", Runs) : LossMethods.ValuesOfMean(network, Runs, "weights");
        Method(
            writer, $"public float {loss} = default, {Floats} weights = default, {Lengths} = default)",
            [
                .. Make(network, input, PortRole.Input, role, PortRole.Weight, PortRole.Output),
                $"{input.Guard}.CheckLoss({Runs}, {input.Argument}, {compared}, OutputLength, outputs, weights{LossMethods.LossOf(network, role)});",
                $"return (float){LossMethods.Means}.Of(Evaluate(samples), {counted});",
            ]);
        Method(
            writer, $"public float {gradients} = default, {Lengths} = default)",
            [
                .. Make(network, input, PortRole.Input, role, PortRole.Weight),
                $"{input.Guard}.CheckLoss({Runs}, {input.Argument}, {compared}, OutputLength, default, weights{LossMethods.LossOf(network, role)});",
                "return SumGradients(samples, step);",
            ]);
    }

    /// <summary>The interface of all networks: its methods take one sequence, of values.</summary>
    private static void WriteOfOne(SourceWriter writer, NetworkSpec network, SequenceInput input)
    {
        if (input.IsOfTokens)
        {
            writer.Lines("", "/// <summary>Computes the outputs of all tokens of one sequence.</summary>", "/// <param name=\"tokens\">The tokens.</param>", "/// <param name=\"outputs\">Receives tokens × output length.</param>");
            writer.Line($"public void Predict({input.Type} tokens, {WrittenFloats} outputs) => Predict(tokens, outputs, global::System.Math.Max(1, tokens.Length));");
            foreach (PublicMethod method in PublicMethod.OfInterface)
                writer.Lines("", $"{method.ExplicitDeclaration} => throw Guard__.Tokens({Literal.Of(network.Type.PlainName)}, \"Predict(tokens, outputs)\");");
            return;
        }

        const string frames = "global::System.Math.Max(1, inputs.Length / InputLength)";
        Method(
            writer, $"public void Predict({Floats} inputs, {WrittenFloats} outputs)",
            [
                $"Predict(inputs, outputs, {frames});",
            ]);
        foreach ((string type, string compared) in new[] { (Floats, "targets"), (LabelSpan, "labels") })
        {
            writer.Lines(
                "", Inherited,
                $"public float ComputeLoss({Floats} inputs, {type} {compared}, {WrittenFloats} outputs = default, {Floats} weights = default) => (({input.Interface})this).ComputeLoss(inputs, {compared}, {frames}, outputs, weights);",
                "", Inherited,
                $"public float ComputeGradients({Floats} inputs, {type} {compared}, long step = 0, {Floats} weights = default) => (({input.Interface})this).ComputeGradients(inputs, {compared}, {frames}, step, weights);");
        }
    }

    private static void WriteStream(SourceWriter writer, NetworkPlan plan, SequenceInput input)
    {
        FrameState state = plan.State!;
        string values = string.Join(", ", state.Values.SelectMany(value => Enumerable.Range(0, value.Rows).Select(row => $"({value.Offset + row * value.Row}, {value.FramesBefore}, {value.FrameLength})")));
        writer.Lines(
            "", "/// <summary>Creates a state before the first frame, with all memory that <see cref=\"Step\"/> and <see cref=\"Process\"/> need.</summary>",
            "public State CreateState() => new();",
            "",
            "/// <summary>Predicts the frame that follows those which a state has seen. It allocates nothing and takes no lock.</summary>",
            "/// <param name=\"state\">The stream's state, which one thread uses at a time.</param>",
            $"/// <param name=\"{input.OneFrame.Argument}\">{input.FramePhrase}</param>",
            $"/// <param name=\"output\">Receives its output: {plan.Network.Outputs[0].Shape}.</param>",
            "/// <exception cref=\"global::System.ArgumentException\">A length is another, or the memory overlaps.</exception>");
        using (writer.Block($"public void Step(State state, {input.Frame}, {WrittenFloats} output)"))
        {
            writer.Line($"{input.StreamGuard}.CheckFrame(state, {input.OneFrame.Argument}, {input.Extent}, output, OutputLength);");
            writer.Lines([.. FrameChecks(plan, "1")]);
            writer.Line(Call("1", input.OneFrame.Span, "output"));
        }

        writer.Lines(
            "",
            "/// <summary>Predicts the frames that follow those which a state has seen, to the same bits however they are divided into blocks. It allocates nothing and takes no lock.</summary>",
            "/// <param name=\"state\">The stream's state, which one thread uses at a time.</param>",
            $"/// <param name=\"block\">{input.BlockPhrase}</param>",
            "/// <param name=\"outputs\">Receives frames × output length.</param>",
            "/// <exception cref=\"global::System.ArgumentException\">The lengths do not fit together, or the memory overlaps.</exception>");
        using (writer.Block($"public void Process(State state, {input.Type} block, {WrittenFloats} outputs)"))
        {
            writer.Line($"int count = {input.StreamGuard}.CheckBlock(state, block, {input.Extent}, outputs, OutputLength);");
            writer.Lines([.. FrameChecks(plan, "count")]);
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

        string Call(string count, string frames, string output) =>
            $"{SurfaceFile.NewCall}FramesCall<{SamplesStruct.Name}>(_memory, state, {Passed(count, frames, output)}, {count}));";

        string Passed(string count, string frames, string output) => $"new {SamplesStruct.Name} {{ Count = {count}, Frames = {count}, "
            + $"{SpanOf(plan.Network, PortRole.Input).Field} = {frames}, {SpanOf(plan.Network, PortRole.Output).Field} = {output} }}";
    }

    private static SampleSpan SpanOf(NetworkSpec network, PortRole role) => SampleSpan.Of(network).Single(span => span.Port.Role == role && !span.IsGradient);

    private static void Method(SourceWriter writer, string declaration, IReadOnlyList<string> body)
    {
        writer.Lines("", Inherited);
        using (writer.Block(declaration))
            writer.Lines([.. body]);
    }
}
