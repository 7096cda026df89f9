using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>
/// Writes the public methods of a network whose ports have names: a struct with a span for each of them, prediction with a parameter for each, and the losses
/// and their gradients of such a struct.
/// </summary>
internal static class NamedPorts
{
    /// <summary>The library's class of checks, as programs spell it.</summary>
    public const string Guard = LibraryCall.Namespace + "PortGuard";

    private const string Public = "Samples", Optimizer = "global::DslNet.Optimizer";

    public static void Write(SourceWriter writer, NetworkSpec network, bool isSmall)
    {
        SampleSpan[] outputs = [.. Spans(network, PortRole.Output)];
        WriteStruct(writer, network);
        writer.Lines("", PredictSummary(network));
        if (isSmall)
            writer.Line(OneSampleProgram.CompiledAtOnce);
        using (writer.Block($"public void Predict(in {Public} samples)"))
        {
            writer.Line($"{SamplesStruct.Name} passed = Checked(samples);");
            writer.Lines($"if (passed.Count == 1 && {string.Join(" && ", outputs.Select(span => $"!samples.{span.PublicField}.IsEmpty"))})", $"\t{OneSampleProgram.MethodName}(passed);");
            writer.Lines("else if (passed.Count > 0)", "\tEvaluate(passed);");
        }

        WritePredictByParameters(writer, network, PredictBody(network));
        foreach (LossSpec loss in network.Losses)
            WriteLoss(writer, network, loss);
        if (network.Losses.Count > 0)
        {
            WriteTraining(writer, network);
            WriteBatches(writer, network);
        }

        WriteChecks(writer, network);
        WritePredictOne(writer, network, outputs, isSmall);
        string refusal = $"throw Guard__.{(network.Inputs.Any(input => input.Shape.IsOfTokens) ? "Tokens" : "NamedPorts")}({Literal.Of(network.Type.PlainName)}, {Literal.Of(Call(network))})";
        foreach (PublicMethod method in PublicMethod.OfInterface)
            writer.Lines("", $"{method.ExplicitDeclaration} => {refusal};");
    }

    /// <summary>The same members for a network that cannot be built.</summary>
    public static void WriteStubs(SourceWriter writer, NetworkSpec network, string refusal)
    {
        WriteStruct(writer, network);
        writer.Lines("", PredictSummary(network), $"public void Predict(in {Public} samples) => {refusal};");
        WritePredictByParameters(writer, network, refusal);
        foreach (LossSpec loss in network.Losses.Count > 1 ? network.Losses : EquatableArray<LossSpec>.Empty)
            writer.Lines("", LossSummary(loss), $"public float Compute{network.LossName(loss)}Loss(in {Public} samples) => {refusal};");
        writer.Lines(
            "", "/// <summary>The sum of the losses.</summary>", $"public float ComputeLoss(in {Public} samples) => {refusal};",
            "", "/// <summary>The sum of the losses, and its gradient.</summary>", $"public float ComputeGradients(in {Public} samples, long step = 0) => {refusal};",
            "", "/// <summary>A step of an optimiser.</summary>", $"public float TrainStep({Optimizer} optimizer, in {Public} samples) => {refusal};");
        foreach (PublicMethod method in PublicMethod.OfInterface)
            writer.Lines("", $"{method.ExplicitDeclaration} => {refusal};");
    }

    private static IEnumerable<SampleSpan> Spans(NetworkSpec network, PortRole role) => SampleSpan.Of(network).Where(span => span.Port.Role == role && !span.IsGradient);

    /// <summary>How prediction is called, for messages.</summary>
    private static string Call(NetworkSpec network) => $"Predict({string.Join(", ", Predicted(network).Select(span => span.Argument))})";

    private static IEnumerable<SampleSpan> Predicted(NetworkSpec network) => Spans(network, PortRole.Input).Concat(Spans(network, PortRole.Output));

    private static string PredictBody(NetworkSpec network) =>
        $"Predict(new {Public} {{ {string.Join(", ", Predicted(network).Select(span => $"{span.PublicField} = {span.Argument}"))} }})";

    private static string PredictSummary(NetworkSpec network) =>
        $"/// <summary>Computes the outputs of one sample or of many: those that <paramref name=\"samples\"/> has memory for ({string.Join(", ", Spans(network, PortRole.Output).Select(span => span.PublicField))}).</summary>";

    private static void WriteStruct(SourceWriter writer, NetworkSpec network)
    {
        writer.Lines("", "/// <summary>What methods take and give for one sample or many, stored one after another: of each port a span. What is not given stays empty.</summary>");
        using (writer.Block($"public ref struct {Public}"))
        {
            bool isFirst = true;
            foreach (SampleSpan span in SampleSpan.Of(network))
            {
                if (!isFirst)
                    writer.Line();
                isFirst = false;
                writer.Lines($"/// <summary>{Summary(span)}</summary>", $"public {span.Type} {span.PublicField};");
            }
        }
    }

    private static string Summary(SampleSpan span) => (span.IsGradient, span.Port.Role) switch
    {
        (true, _) => $"Receives the gradient of the losses with respect to {span.Port.Name}, samples × {span.Port.Shape}, where it is given.",
        (_, PortRole.Input) when span.IsOfTokens => $"An input: samples × {NumberText.Counted(span.Port.Shape.Channels, "token")}, each from 0 to {span.Port.Shape.Vocabulary - 1}.",
        (_, PortRole.Input) => $"An input: samples × {span.Port.Shape}.",
        (_, PortRole.Output) => $"Receives an output: samples × {span.Port.Shape}.",
        (_, PortRole.Weight) => $"How much each sample counts in the loss of {Compared(span)}, whose mean is taken over these weights; all alike where it is left out.",
        (_, PortRole.Label) => $"What {Compared(span)} is compared with: the class of each sample, counted from zero.",
        _ => $"What {Compared(span)} is compared with: samples × {span.Port.Shape}.",
    };

    /// <summary>The output that a target, a label or a weight is for.</summary>
    private static string Compared(SampleSpan span) => span.Port.Name.Substring(0, span.Port.Name.Length - span.Port.Role.ToString().Length);

    private static void WritePredictByParameters(SourceWriter writer, NetworkSpec network, string body)
    {
        writer.Lines("", "/// <summary>Computes the outputs of one sample or of many.</summary>");
        foreach (SampleSpan span in Predicted(network))
            writer.Line($"/// <param name=\"{span.Argument}\">{Summary(span)}</param>");
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">The lengths do not fit together, or memory overlaps.</exception>");
        if (Predicted(network).Any(span => span.IsOfTokens))
            writer.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">A token is not of its vocabulary.</exception>");
        writer.Line($"public void Predict({string.Join(", ", Predicted(network).Select(span => $"{span.Type} {span.Argument}"))}) => {body};");
    }

    private static string LossSummary(LossSpec loss) => $"/// <summary>The {loss.Kind} of {loss.Of} alone, without its weight: the mean over the samples, evaluated as in prediction (no dropout).</summary>";

    /// <summary>One loss alone: of a network of several.</summary>
    private static void WriteLoss(SourceWriter writer, NetworkSpec network, LossSpec loss)
    {
        if (network.Losses.Count == 1)
            return;
        writer.Lines("", LossSummary(loss));
        using (writer.Block($"public float Compute{network.LossName(loss)}Loss(in {Public} samples)"))
        {
            writer.Line($"{SamplesStruct.Name} passed = Checked(samples);");
            writer.Line($"{Guard}.CheckGiven(passed.{network.ShareOf(loss)}, {Literal.Of(loss.Of)});");
            foreach (LossSpec other in network.Losses.Where(other => other != loss))
                WriteWithout(writer, network, other, sharesTargets: other.Of == loss.Of);
            writer.Line(loss.Weight == 1 ? "return (float)Evaluate(passed);" : $"return (float)(Evaluate(passed) / {Literal.Of((double)loss.Weight)});");
        }
    }

    /// <summary>Leaves a loss out: what it compares with is not given, unless another loss compares with that too.</summary>
    private static void WriteWithout(SourceWriter writer, NetworkSpec network, LossSpec loss, bool sharesTargets)
    {
        if (sharesTargets)
            writer.Line($"passed.{network.ShareOf(loss)} = 0;");
        foreach (SampleSpan span in sharesTargets ? [] : Compared(network, loss))
            writer.Line($"passed.{span.Field} = default;");
    }

    /// <summary>What a loss compares its output with: targets and, if it takes them, labels; and how much each sample counts.</summary>
    private static IEnumerable<SampleSpan> Compared(NetworkSpec network, LossSpec loss)
    {
        PortSpec output = network.Outputs.Single(port => port.Name == loss.Of);
        HashSet<PortSpec> ports = [.. PortSpec.Of(loss, output.Shape, output.Name)];
        return SampleSpan.Of(network).Where(span => ports.Contains(span.Port) && !span.IsGradient);
    }

    private static void WriteTraining(SourceWriter writer, NetworkSpec network)
    {
        string sum = network.Losses.Count == 1 ? "The mean loss" : "The sum of the losses, each a mean over the samples times its weight";
        writer.Lines(
            "",
            $"/// <summary>{sum}, evaluated as in prediction (no dropout){(network.Losses.Count == 1 ? "" : "; of those alone whose targets or labels are given")}. Outputs are written where there is memory for them.</summary>",
            "/// <exception cref=\"global::System.ArgumentException\">The lengths do not fit together, memory overlaps, or there is nothing to compare with.</exception>");
        using (writer.Block($"public float ComputeLoss(in {Public} samples)"))
        {
            writer.Line($"{SamplesStruct.Name} passed = Checked(samples);");
            writer.Line($"{Guard}.CheckSomeGiven({string.Join(" + ", network.Losses.Select(loss => $"passed.{network.ShareOf(loss)}"))});");
            writer.Line("return (float)Evaluate(passed);");
        }

        writer.Lines(
            "",
            $"/// <summary>{sum}; overwrites <see cref=\"Gradients\"/> with its gradient.</summary>",
            "/// <param name=\"samples\">All inputs, and for each loss its targets or labels.</param>",
            "/// <param name=\"step\">The number of the training step; dropout draws other zeros in each.</param>",
            "/// <exception cref=\"global::System.ArgumentException\">The lengths do not fit together, memory overlaps, or a loss has nothing to compare with.</exception>");
        using (writer.Block($"public float ComputeGradients(in {Public} samples, long step = 0)"))
        {
            writer.Line($"{SamplesStruct.Name} passed = Checked(samples);");
            foreach (LossSpec loss in network.Losses)
                writer.Line($"{Guard}.CheckGiven(passed.{network.ShareOf(loss)}, {Literal.Of(loss.Of)});");
            LossMethods.WriteLeastBatch(writer, network, "passed.Count");
            writer.Line($"return (float){SurfaceFile.NewCall}GradientCall<{SamplesStruct.Name}>(_memory, passed, 1, Seed, step));");
        }

        writer.Lines(
            "",
            "/// <summary>Computes the gradients of some samples, and moves the parameters one step against them.</summary>",
            "/// <param name=\"optimizer\">Always the same one, whose state is that of this network.</param>",
            "/// <param name=\"samples\">All inputs, and for each loss its targets or labels.</param>",
            "/// <returns>The loss before the step.</returns>");
        using (writer.Block($"public float TrainStep({Optimizer} optimizer, in {Public} samples)"))
        {
            writer.Line("global::System.ArgumentNullException.ThrowIfNull(optimizer);");
            writer.Line("float loss = ComputeGradients(samples, optimizer.Steps);");
            writer.Line("optimizer.Step(Parameters, Gradients);");
            writer.Line("return loss;");
        }
    }

    /// <summary>What training on a dataset calls.</summary>
    private static void WriteBatches(SourceWriter writer, NetworkSpec network)
    {
        const string batch = LibraryCall.Namespace + "PortBatch batch", face = LibraryCall.Namespace + "INamedPorts";
        writer.Line();
        using (writer.Block($"float {face}.ComputeLoss({batch}, int loss)"))
        {
            writer.Line($"{Public} samples = SamplesOf(batch);");
            for (int i = 0; i < network.Losses.Count; i++)
                writer.Lines($"if (loss == {i})", $"\treturn {OneLoss(network, network.Losses[i])};");
            writer.Line("throw new global::System.ArgumentOutOfRangeException(nameof(loss));");
        }

        writer.Lines("", $"float {face}.ComputeGradients({batch}, long step) => ComputeGradients(SamplesOf(batch), step);", "");
        using (writer.Block($"void {face}.Predict({batch})"))
        {
            writer.Line($"{Public} samples = SamplesOf(batch);");
            foreach (SampleSpan span in SampleSpan.Of(network).Where(span => span.Port.Role == PortRole.Output && !span.IsGradient))
                writer.Line($"samples.{span.PublicField} = batch.Outputs({Literal.Of(span.Port.Name)});");
            writer.Line("Predict(samples);");
        }

        writer.Line();
        SampleSpan[] given = [.. SampleSpan.Of(network).Where(span => !span.IsWritten)];
        writer.Line($"private static {Public} SamplesOf({batch}) => new() {{ {string.Join(", ", given.Select(span => $"{span.PublicField} = batch.{(span.Port.Element == ElementType.Int32 ? "Integers" : span.Port.Role == PortRole.Weight ? "Weights" : "Values")}({Literal.Of(ColumnOf(network, span.Port))})"))} }};");
    }

    /// <summary>A loss without its weight.</summary>
    private static string OneLoss(NetworkSpec network, LossSpec loss) => network.Losses.Count > 1 ? $"Compute{network.LossName(loss)}Loss(samples)"
        : loss.Weight == 1 ? "ComputeLoss(samples)"
        : $"(float)(ComputeLoss(samples) / {Literal.Of((double)loss.Weight)})";

    /// <summary>The column of a dataset that a port is in: of what losses compare with, the output's.</summary>
    private static string ColumnOf(NetworkSpec network, PortSpec port) => port.Role == PortRole.Input ? port.Name
        : network.Losses.First(loss => Compared(network, loss).Any(span => span.Port == port)).Of;

    /// <summary>Whatever a caller passes is checked in one place.</summary>
    private static void WriteChecks(SourceWriter writer, NetworkSpec network)
    {
        SampleSpan[] all = [.. SampleSpan.Of(network)];
        SampleSpan first = Spans(network, PortRole.Input).First();
        writer.Lines("", "// Checks what a caller passes, all lengths against the number of samples that the first input has.");
        using (writer.Block($"private static {SamplesStruct.Name} Checked(in {Public} samples)"))
        {
            writer.Line($"int count = {Guard}.CountSamples(samples.{first.PublicField}.Length, {first.Port.Shape.Length}, {Literal.Of(first.PublicField)}{Noun(first)});");
            foreach (SampleSpan span in Spans(network, PortRole.Input).Skip(1))
                writer.Line($"{Guard}.CheckLength(samples.{span.PublicField}.Length, count, {span.Port.Shape.Length}, {Literal.Of(span.PublicField)}{Noun(span)});");
            foreach (SampleSpan span in all.Where(span => span.IsOfTokens))
                writer.Line($"{Guard}.CheckTokens(samples.{span.PublicField}, {span.Port.Shape.Length}, {span.Port.Shape.Vocabulary}, {Literal.Of(span.PublicField)});");
            foreach (SampleSpan span in all.Where(span => span.IsWritten))
            {
                writer.Line($"{Guard}.CheckOptional(samples.{span.PublicField}.Length, count, {span.Port.Shape.Length}, {Literal.Of(span.PublicField)});");

                // What is written may be no other memory: earlier written spans are compared with later ones once.
                foreach (SampleSpan other in all.Where(other => !other.IsWritten || Array.IndexOf(all, other) < Array.IndexOf(all, span)))
                    writer.Line($"{Guard}.CheckApart(samples.{other.PublicField}, samples.{span.PublicField}, {Literal.Of(span.PublicField)});");
            }

            writer.Line($"{SamplesStruct.Name} passed = {SamplesStruct.Of("count", all, span => "samples." + span.PublicField)};");
            for (int i = 0; i < network.Losses.Count; i++)
                writer.Line($"passed.{network.ShareOf(network.Losses[i])} = {Share(network, network.Losses[i], i)};");
            writer.Line("return passed;");
        }
    }

    /// <summary>What a message calls that of which lengths are compared, where it is no value.</summary>
    private static string Noun(SampleSpan span) => span.IsOfTokens ? $", {Literal.Of("token")}" : "";

    /// <summary>The factor of a loss: zero where nothing is given that it could compare with.</summary>
    private static string Share(NetworkSpec network, LossSpec loss, int index)
    {
        SampleSpan targets = SpanOf(PortRole.Target), weights = SpanOf(PortRole.Weight);
        string declared = $"Declaration.Losses[{index}]", shape = $"{targets.Port.Shape.Length}";
        return loss.TakesLabels
            ? $"{Guard}.ShareOf({declared}, count, samples.{targets.PublicField}, samples.{SpanOf(PortRole.Label).PublicField}, samples.{weights.PublicField}, {shape}, {Literal.Of(targets.PublicField)}, {Literal.Of(SpanOf(PortRole.Label).PublicField)}, {Literal.Of(weights.PublicField)})"
            : $"{Guard}.ShareOf({declared}, count, samples.{targets.PublicField}, samples.{weights.PublicField}, {shape}, {loss.ElementsPerSample(targets.Port.Shape)}, {Literal.Of(targets.PublicField)}, {Literal.Of(weights.PublicField)})";

        SampleSpan SpanOf(PortRole role) => Compared(network, loss).Single(span => span.Port.Role == role);
    }

    private static void WritePredictOne(SourceWriter writer, NetworkSpec network, SampleSpan[] outputs, bool onStack)
    {
        string header = $"private void {OneSampleProgram.MethodName}(in {SamplesStruct.Name} samples)";
        writer.Line();
        if (!onStack)
        {
            writer.Lines($"{header} =>", $"\t{SurfaceFile.NewCall}OneLargeSampleCall<{SamplesStruct.Name}>(_memory, samples));");
            return;
        }

        writer.Line(OneSampleProgram.Inlined);
        using (writer.Block(header))
        {
            writer.Line("global::System.Span<float> parameters = _memory.Parameters;");
            string own = network.KeepsStates ? "_memory.ParametersAndStates" : "parameters";
            foreach (SampleSpan span in outputs)
                writer.Line($"Guard__.CheckForeign({own}, samples.{span.Field}, {Literal.Of(span.PublicField)});");
            writer.Line($"{SurfaceFile.NewCall}OneSampleCall<{SamplesStruct.Name}>(samples, parameters));");
        }
    }
}
