using DslNet.Generators.Tests.Oracle.Losses;

namespace DslNet.Generators.Tests.Oracle;

/// <summary>Writes a network as it is declared.</summary>
internal static class NetworkText
{
    // Where these are there are no streams.
    private static readonly string[] s_needAllFrames = ["LastFrame", "MeanOverTime", "MaxOverTime", "Bidirectional = true"];

    public static string Class(string name, OracleNetwork network) => Class(name, Attributes(network));

    public static string Class(string name, string attributes) =>
        $"/// <summary>A network.</summary>\n[Network]\n{attributes}\npublic sealed partial class {name};\n"
        + (s_needAllFrames.Any(layer => attributes.Contains(layer, StringComparison.Ordinal)) ? ""
            : attributes.StartsWith("[Sequence(", StringComparison.Ordinal) ? StreamOf(name, "float", "frame")
            : attributes.StartsWith("[TokenSequence(", StringComparison.Ordinal) ? StreamOf(name, "int", "frame[0]") : "")
        + (attributes.StartsWith("[Tokens(", StringComparison.Ordinal) ? MethodsOfTokens(name, attributes.Contains("SoftmaxCrossEntropy", StringComparison.Ordinal)) : "");

    /// <summary>What Harness.Streams calls: a state's class can be named here alone.</summary>
    private static string StreamOf(string name, string element, string frame) => $$"""
        partial class {{name}}
        {
            private readonly System.Collections.Generic.Dictionary<int, State> _states = [];

            internal void Begin(int stream) => _states[stream] = CreateState();

            internal SequenceState StateOf(int stream) => _states[stream];

            internal void StepOf(int stream, {{element}}[] frame, float[] output) => Step(_states[stream], {{frame}}, output);

            internal void ProcessOf(int stream, {{element}}[] block, float[] outputs) => Process(_states[stream], block, outputs);

            internal void CopyOf(int stream, int other) => _states[stream].CopyTo(_states[other]);
        }

        """;

    /// <summary>What Harness.NetworkCalls calls.</summary>
    private static string MethodsOfTokens(string name, bool takesLabels)
    {
        string samples = $"new Samples {{ Tokens = tokens, OutputTargets = {(takesLabels ? "labels.Length > 0 ? default : targets, OutputLabels = labels" : "targets")}";
        return $$"""
            partial class {{name}}
            {
                internal void PredictTokens(int[] tokens, float[] outputs) => Predict(tokens, outputs);

                internal float LossOfTokens(int[] tokens, float[] targets, int[] labels, float[] outputs) => ComputeLoss({{samples}}, Outputs = outputs });

                internal float GradientsOfTokens(int[] tokens, float[] targets, int[] labels, long step) => ComputeGradients({{samples}} }, step);
            }

            """;
    }

    public static string Attributes(OracleNetwork network) =>
        Attributes(network, layer => layer.Arguments, loss => loss.Argument is { } argument ? [argument] : []);

    /// <param name="network">The network.</param>
    /// <param name="argumentsOf">The arguments of a layer, which may be others than those that the oracle computes with.</param>
    /// <param name="argumentsOfLoss">The arguments of its loss.</param>
    public static string Attributes(
        OracleNetwork network, Func<OracleLayer, IEnumerable<string>> argumentsOf, Func<OracleLoss, IEnumerable<string>> argumentsOfLoss)
    {
        HashSet<int> named = [];
        for (int i = 0; i < network.Layers.Count; i++)
        {
            OracleLayer layer = network.Layers[i];
            named.UnionWith(layer.IsJoin ? layer.Inputs.Skip(1) : []);
            if (layer.Inputs[0] != i)
                named.Add(layer.Inputs[0]);
        }

        var attributes = new List<string> { Input(network) };
        for (int i = 0; i < network.Layers.Count; i++)
        {
            OracleLayer layer = network.Layers[i];
            string[] arguments =
            [
                .. argumentsOf(layer),
                .. layer.IsJoin ? layer.Inputs.Skip(1).Select(value => $"\"{Name(network, value)}\"") : [],
                .. named.Contains(i + 1) ? [$"Name = \"{Name(network, i + 1)}\""] : Array.Empty<string>(),
                .. layer.Inputs[0] != i ? [$"From = \"{Name(network, layer.Inputs[0])}\""] : Array.Empty<string>(),
            ];

            // Positional arguments come before named ones.
            attributes.Add(Attribute(layer.Kind, arguments.OrderBy(argument => argument.Contains(" = ", StringComparison.Ordinal))));
        }

        if (network.Loss is { } loss)
            attributes.Add(Attribute(loss.Kind, argumentsOfLoss(loss)));
        return $"[{string.Join(", ", attributes)}]";
    }

    private static string Input(OracleNetwork network) => network is { IsSequence: true, Input.IsOfTokens: true } ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"TokenSequence({network.Input.Vocabulary})")
        : network.IsSequence ? $"Sequence({network.Input.Arguments})" : network.Input.IsOfTokens
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Tokens({network.Input.Vocabulary}, Length = {network.Input.Channels})")
        : $"Input({network.Input.Arguments}{(network.InputGradient ? ", Gradient = true" : "")})";

    private static string Name(OracleNetwork network, int value) => value == 0 ? network.Input.IsOfTokens ? "Tokens" : "Input" : "Value" + value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Attribute(string kind, IEnumerable<string> arguments) =>
        arguments.Any() ? $"{kind}({string.Join(", ", arguments)})" : kind;
}
