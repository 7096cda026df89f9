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
    private const string Floats = "global::System.ReadOnlySpan<float>";
    private const string Integers = "global::System.ReadOnlySpan<int>";
    private const string Result = "global::System.Span<float>";
    private const string Guard = "Guard__";

    public static void WritePredict(SourceWriter writer, bool oneSample)
    {
        writer.Lines("", "/// <inheritdoc />");
        if (oneSample)
            writer.Line(OneSampleProgram.CompiledAtOnce);
        using (writer.Block($"public void Predict({Floats} inputs, {Result} outputs)"))
        {
            writer.Line($"int count = {Guard}.CheckPrediction(inputs, InputLength, outputs, OutputLength);");
            if (oneSample)
                writer.Lines("if (count == 1)", $"\t{OneSampleProgram.MethodName}(inputs, outputs);");
            writer.Line($"{(oneSample ? "else " : "")}if (count > 0)");
            writer.Line("\tEvaluate(inputs, default, default, outputs, count);");
        }
    }

    public static void Write(SourceWriter writer, NetworkSpec network)
    {
        bool inputGradient = network.Inputs.Any(input => input.Gradient);
        WritePair(writer, network, Floats, "targets", network.Loss is not null, inputGradient);
        WritePair(writer, network, Integers, "labels", network.Loss is { TakesLabels: true }, inputGradient);
    }

    /// <summary>Over how many values the loss is a mean, of a network that has one.</summary>
    public static string ValuesOfMean(NetworkSpec network)
    {
        long perSample = network.Loss!.ElementsPerSample(network.ShapeOf(network.Loss.Value));
        return perSample == 1 ? "count" : $"((double)count * {Literal.Of(perSample)})";
    }

    private static void WritePair(SourceWriter writer, NetworkSpec network, string type, string name, bool exists, bool inputGradient)
    {
        string refusal = Refusal(network);
        if (!exists)
        {
            writer.Lines(
                "",
                $"float global::DslNet.INetwork.ComputeLoss({Floats} inputs, {type} {name}, {Result} outputs) => {refusal};",
                "",
                $"float global::DslNet.INetwork.ComputeGradients({Floats} inputs, {type} {name}, long step) => {refusal};");
            return;
        }

        string both = Both(name);
        writer.Lines("", "/// <inheritdoc />");
        using (writer.Block($"public float ComputeLoss({Floats} inputs, {type} {name}, {Result} outputs = default)"))
        {
            writer.Line($"int count = {Guard}.CheckLoss(inputs, InputLength, {name}, OutputLength, outputs{LossOf(name)});");
            writer.Line($"return (float)(Evaluate(inputs, {both}, outputs, count) / {ValuesOfMean(network)});");
        }

        writer.Lines("", "/// <inheritdoc />");
        using (writer.Block($"public float ComputeGradients({Floats} inputs, {type} {name}, long step = 0)"))
        {
            writer.Line($"int count = {Guard}.CheckLoss(inputs, InputLength, {name}, OutputLength, default{LossOf(name)});");
            writer.Line($"return SumGradients(inputs, {both}, default, count, step);");
        }

        if (!inputGradient)
            return;
        writer.Lines(
            "",
            "/// <summary>Computes the mean loss over the samples, overwrites <see cref=\"Gradients\"/> with its gradient, and writes that with respect to the inputs.</summary>",
            "/// <param name=\"inputs\">samples × input length.</param>",
            name == "targets"
                ? "/// <param name=\"targets\">samples × output length.</param>"
                : "/// <param name=\"labels\">One class for each sample, counted from zero.</param>",
            "/// <param name=\"inputGradients\">samples × input length, for the gradient with respect to each input.</param>",
            "/// <param name=\"step\">The number of the training step; dropout draws other zeros in each.</param>",
            "/// <returns>The mean loss.</returns>",
            "/// <exception cref=\"global::System.ArgumentException\">The lengths do not fit together.</exception>");
        using (writer.Block($"public float ComputeGradients({Floats} inputs, {type} {name}, {Result} inputGradients, long step = 0)"))
        {
            writer.Line($"int count = {Guard}.CheckLoss(inputs, InputLength, {name}, OutputLength, default{LossOf(name)});");
            writer.Line($"{Guard}.CheckInputGradients(inputs, {name}, inputGradients);");
            writer.Line($"return SumGradients(inputs, {both}, inputGradients, count, step);");
        }
    }

    /// <summary>Writes the methods that train, of the interface that optimisers look for.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="network">A network with a loss.</param>
    /// <param name="rest">The last parameters of each.</param>
    public static void WriteTraining(SourceWriter writer, NetworkSpec network, string rest)
    {
        WriteTraining(writer, network, Floats, "targets", rest);
        WriteTraining(writer, network, Integers, "labels", rest);
    }

    private static void WriteTraining(SourceWriter writer, NetworkSpec network, string type, string name, string rest)
    {
        string header = $"float global::DslNet.CompilerServices.IFusedTraining.TrainFused<{ParameterUpdate.Type}>({Floats} inputs, {type} {name}, {rest})";
        writer.Line();
        if (name == "labels" && !network.Loss!.TakesLabels)
        {
            writer.Line($"{header} => {Refusal(network)};");
            return;
        }

        using (writer.Block(header))
        {
            writer.Line($"int count = {Guard}.CheckLoss(inputs, InputLength, {name}, OutputLength, default{LossOf(name)});");
            writer.Line($"return TrainFused(inputs, {Both(name)}, count, step, update);");
        }
    }

    /// <summary>Targets and labels, one of which is given.</summary>
    private static string Both(string name) => name == "targets" ? "targets, default" : "default, labels";

    /// <summary>The loss that must take the targets; labels need only be classes.</summary>
    private static string LossOf(string name) => name == "targets" ? ", Declaration.Loss!" : "";

    private static string Refusal(NetworkSpec network) =>
        $"throw {Guard}.{(network.Loss is null ? "NoLoss" : "NoLabels")}({Literal.Of(network.Type.PlainName)})";

    /// <summary>The same methods for a network that cannot be built.</summary>
    public static void WriteStubs(SourceWriter writer, string refusal)
    {
        writer.Lines("", "/// <inheritdoc />", $"public void Predict({Floats} inputs, {Result} outputs) => {refusal};");
        foreach (string target in new[] { $"{Floats} targets", $"{Integers} labels" })
        {
            writer.Lines(
                "",
                "/// <inheritdoc />",
                $"public float ComputeLoss({Floats} inputs, {target}, {Result} outputs = default) => {refusal};",
                "",
                "/// <inheritdoc />",
                $"public float ComputeGradients({Floats} inputs, {target}, long step = 0) => {refusal};",
                "",
                "/// <summary>Computes the gradients, those with respect to the inputs too.</summary>",
                $"public float ComputeGradients({Floats} inputs, {target}, {Result} inputGradients, long step = 0) => {refusal};");
        }
    }
}
