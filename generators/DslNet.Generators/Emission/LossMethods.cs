using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>
/// Writes the public methods that compute. Those that the declared loss cannot serve exist only for the interface, where they
/// say why.
/// </summary>
internal static class LossMethods
{
    private const string Guard = "Guard__";

    /// <summary>The library's class for losses of labels.</summary>
    public const string Means = LibraryCall.Namespace + "LossMean";

    /// <summary>Writes the prediction of any number of samples.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="network">The network.</param>
    /// <param name="isSmall">Whether the prediction of one sample becomes part of it.</param>
    public static void WritePredict(SourceWriter writer, NetworkSpec network, bool isSmall)
    {
        writer.Lines("", "/// <inheritdoc />");
        if (isSmall)
            writer.Line(OneSampleProgram.CompiledAtOnce);
        using (writer.Block(PublicMethod.Predict.Declaration))
        {
            writer.Line($"int count = {Guard}.CheckPrediction(inputs, InputLength, outputs, OutputLength);");
            writer.Lines("if (count == 1)", $"\t{OneSampleProgram.MethodName}(inputs, outputs);", "else if (count > 0)");
            writer.Line($"\tEvaluate({Samples(network, PortRole.Input, PortRole.Output)});");
        }
    }

    public static void Write(SourceWriter writer, NetworkSpec network)
    {
        WritePair(writer, network, PortRole.Target);
        WritePair(writer, network, PortRole.Label);
    }

    /// <summary>Over how many values the loss is a mean, of a network that has one.</summary>
    /// <param name="network">The network.</param>
    /// <param name="count">The number of samples.</param>
    /// <param name="weights">How much each of them counts.</param>
    public static string ValuesOfMean(NetworkSpec network, string count, string weights)
    {
        LossSpec loss = network.Losses[0];
        long perSample = loss.ElementsPerSample(network.ShapeOf(loss.Value));
        return $"{Means}.Counted({count}, {weights})" + (perSample == 1 ? "" : $" * {Literal.Of(perSample)}") + Weight(loss);
    }

    /// <summary>Over how much the loss of labels is a mean.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="labels">The labels.</param>
    /// <param name="weights">How much each sample counts.</param>
    /// <param name="runs">Of sequences, which outputs count; else empty.</param>
    public static string CountedLabels(LossSpec loss, string labels, string weights, string runs = "")
    {
        string classes = loss.ClassWeights.Count == 0 ? "" : $", [{string.Join(", ", loss.ClassWeights.Select(Literal.Of))}]";
        return $"{Means}.Counted({(runs.Length == 0 ? "" : runs + ", ")}{labels}, {weights}, {Literal.Of(loss.IgnoreLabel!.Value)}{classes}){Weight(loss)}";
    }

    /// <summary>A loss with a weight is one over fewer values, or over more.</summary>
    private static string Weight(LossSpec loss) => loss.Weight == 1 ? "" : $" / {Literal.Of((double)loss.Weight)}";

    private static void WritePair(SourceWriter writer, NetworkSpec network, PortRole role)
    {
        PublicParameter compared = Compared(role);
        string name = compared.Name, refusal = Refusal(network);
        if (!network.PortsOf(role).Any())
        {
            writer.Lines(
                "",
                $"{PublicMethod.ComputeLoss(compared).ExplicitDeclaration} => {refusal};",
                "",
                $"{PublicMethod.ComputeGradients(compared).ExplicitDeclaration} => {refusal};");
            return;
        }

        writer.Lines("", "/// <inheritdoc />");
        using (writer.Block(PublicMethod.ComputeLoss(compared).Declaration))
        {
            writer.Line($"int count = {Guard}.CheckLoss(inputs, InputLength, {name}, OutputLength, outputs, weights{LossOf(network, role)});");
            string counted = role == PortRole.Label ? CountedLabels(network.Losses[0], name, "weights") : ValuesOfMean(network, "count", "weights");
            writer.Line($"return (float){Means}.Of(Evaluate({Samples(network, PortRole.Input, role, PortRole.Weight, PortRole.Output)}), {counted});");
        }

        writer.Lines("", "/// <inheritdoc />");
        using (writer.Block(PublicMethod.ComputeGradients(compared).Declaration))
        {
            writer.Line($"int count = {Guard}.CheckLoss(inputs, InputLength, {name}, OutputLength, default, weights{LossOf(network, role)});");
            WriteLeastBatch(writer, network);
            writer.Line($"return SumGradients({Samples(network, PortRole.Input, role, PortRole.Weight)}, step);");
        }

        if (SampleSpan.Of(network).SingleOrDefault(span => span.IsGradient) is not { } gradient)
            return;
        writer.Lines(
            "",
            "/// <summary>Computes the mean loss over the samples, overwrites <see cref=\"Gradients\"/> with its gradient, and writes that with respect to the inputs.</summary>",
            "/// <param name=\"inputs\">samples × input length.</param>",
            role == PortRole.Target
                ? "/// <param name=\"targets\">samples × output length.</param>"
                : "/// <param name=\"labels\">One class for each sample, counted from zero.</param>",
            "/// <param name=\"inputGradients\">samples × input length, for the gradient with respect to each input.</param>",
            "/// <param name=\"step\">The number of the training step; dropout draws other zeros in each.</param>",
            "/// <param name=\"weights\">Empty, or how much each sample counts: the mean is then one over these weights.</param>",
            "/// <returns>The mean loss.</returns>",
            "/// <exception cref=\"global::System.ArgumentException\">The lengths do not fit together.</exception>");
        using (writer.Block(PublicMethod.ComputeGradients(compared, ofInputs: true).Declaration))
        {
            writer.Line($"int count = {Guard}.CheckLoss(inputs, InputLength, {name}, OutputLength, default, weights{LossOf(network, role)});");
            writer.Line($"{Guard}.CheckInputGradients(inputs, {name}, weights, inputGradients);");
            WriteLeastBatch(writer, network);
            writer.Line($"return SumGradients({SamplesStruct.Of("count", Spans(network, PortRole.Input, role, PortRole.Weight).Append(gradient))}, step);");
        }
    }

    /// <summary>Writes the methods that train, of the interface that optimisers look for.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="network">A network with a loss.</param>
    /// <param name="rest">The last parameters of each.</param>
    public static void WriteTraining(SourceWriter writer, NetworkSpec network, string rest)
    {
        WriteTraining(writer, network, PortRole.Target, rest);
        WriteTraining(writer, network, PortRole.Label, rest);
    }

    private static void WriteTraining(SourceWriter writer, NetworkSpec network, PortRole role, string rest)
    {
        PublicParameter compared = Compared(role);
        string header = $"float global::DslNet.CompilerServices.IFusedTraining.TrainFused<{ParameterUpdate.Type}>({PublicMethod.Inputs.Required}, {compared.Required}, {PublicMethod.Weights.Required}, {rest})";
        writer.Line();
        if (!network.PortsOf(role).Any())
        {
            writer.Line($"{header} => {Refusal(network)};");
            return;
        }

        using (writer.Block(header))
        {
            writer.Line($"int count = {Guard}.CheckLoss(inputs, InputLength, {compared.Name}, OutputLength, default, weights{LossOf(network, role)});");
            writer.Line($"return TrainFused({Samples(network, PortRole.Input, role, PortRole.Weight)}, step, update);");
        }
    }

    /// <summary>Where a layer normalizes each value over the samples, one sample is refused.</summary>
    public static void WriteLeastBatch(SourceWriter writer, NetworkSpec network, string count = "count")
    {
        if (network.Nodes.FirstOrDefault(node => node.Layer.LeastBatch(node.Output) > 1) is { } node)
            writer.Line($"Guard__.CheckBatch({count}, {Literal.Of(node.Name)});");
    }

    /// <summary>What the predictions are compared with: the public parameter.</summary>
    private static PublicParameter Compared(PortRole role) => role == PortRole.Target ? PublicMethod.Targets : PublicMethod.Labels;

    /// <summary>What the caller passes, of ports that are the only ones of their roles.</summary>
    private static string Samples(NetworkSpec network, params PortRole[] roles) => SamplesStruct.Of("count", Spans(network, roles));

    private static IEnumerable<SampleSpan> Spans(NetworkSpec network, params PortRole[] roles) =>
        roles.Select(role => SampleSpan.Of(network).Single(span => span.Port.Role == role && !span.IsGradient));

    /// <summary>The loss that must take the targets; labels need only be classes, or be left out.</summary>
    public static string LossOf(NetworkSpec network, PortRole role) =>
        role == PortRole.Target ? ", Declaration.Loss!" : $", ignored: {Literal.Of(network.Losses[0].IgnoreLabel!.Value)}";

    public static string Refusal(NetworkSpec network) =>
        $"throw {Guard}.{(network.Losses.Count == 0 ? "NoLoss" : "NoLabels")}({Literal.Of(network.Type.PlainName)})";

    /// <summary>The same methods for a network that cannot be built.</summary>
    public static void WriteStubs(SourceWriter writer, NetworkSpec network, string refusal)
    {
        if (network.HasNamedPorts)
        {
            NamedPorts.WriteStubs(writer, network, refusal);
            return;
        }

        if (network.IsSequence)
        {
            SequenceMethods.WriteStubs(writer, network, refusal);
            return;
        }

        foreach (PublicMethod method in PublicMethod.All)
            writer.Lines("", method.Documentation, $"{method.Declaration} => {refusal};");
    }
}
