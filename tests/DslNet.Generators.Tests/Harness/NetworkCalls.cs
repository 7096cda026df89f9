using System.Reflection;

namespace DslNet.Generators.Tests.Harness;

/// <summary>
/// Calls a network that takes values or tokens, which are given as floats here. That with tokens has methods of <see cref="Oracle.NetworkText"/>, since
/// no test can name the struct that its own methods take.
/// </summary>
internal static class NetworkCalls
{
    private delegate void Prediction(int[] tokens, float[] outputs);

    private delegate float Loss(int[] tokens, float[] targets, int[] labels, float[] outputs);

    private delegate float Gradients(int[] tokens, float[] targets, int[] labels, long step);

    /// <summary>Whether its input is one of tokens.</summary>
    public static bool TakesTokens(INetwork network) => network.Description.Inputs[0].Element == ElementType.Int32;

    public static void Predict(INetwork network, ReadOnlySpan<float> inputs, float[] outputs, int frames = 0, int[]? lengths = null)
    {
        if (network is ITokenSequenceNetwork ofTokens)
            ofTokens.Predict(Tokens(inputs), outputs, FramesOf(frames, inputs), lengths);
        else if (frames > 0)
            ((ISequenceNetwork)network).Predict(inputs, outputs, frames, lengths);
        else if (TakesTokens(network))
            Find<Prediction>(network, "PredictTokens")(Tokens(inputs), outputs);
        else
            network.Predict(inputs, outputs);
    }

    /// <summary>The mean loss of targets or, where there are any, of labels.</summary>
    public static float ComputeLoss(INetwork network, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<int> labels, float[] outputs, int frames = 0, int[]? lengths = null) =>
        network is ITokenSequenceNetwork ofTokens ? labels.IsEmpty
            ? ofTokens.ComputeLoss(Tokens(inputs), targets, FramesOf(frames, inputs), outputs, lengths: lengths)
            : ofTokens.ComputeLoss(Tokens(inputs), labels, FramesOf(frames, inputs), outputs, lengths: lengths)
        : frames > 0 ? labels.IsEmpty ? ((ISequenceNetwork)network).ComputeLoss(inputs, targets, frames, outputs, lengths: lengths) : ((ISequenceNetwork)network).ComputeLoss(inputs, labels, frames, outputs, lengths: lengths)
        : TakesTokens(network) ? Find<Loss>(network, "LossOfTokens")(Tokens(inputs), targets.ToArray(), labels.ToArray(), outputs)
        : labels.IsEmpty ? network.ComputeLoss(inputs, targets, outputs)
        : network.ComputeLoss(inputs, labels, outputs);

    /// <summary>The same, with gradients: those of the inputs too, where there is memory for them.</summary>
    public static float ComputeGradients(
        INetwork network, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<int> labels, Span<float> inputGradients, long step = 0, int frames = 0, int[]? lengths = null) =>
        network is ITokenSequenceNetwork ofTokens ? labels.IsEmpty
            ? ofTokens.ComputeGradients(Tokens(inputs), targets, FramesOf(frames, inputs), step, lengths: lengths)
            : ofTokens.ComputeGradients(Tokens(inputs), labels, FramesOf(frames, inputs), step, lengths: lengths)
        : frames > 0 ? labels.IsEmpty ? ((ISequenceNetwork)network).ComputeGradients(inputs, targets, frames, step, lengths: lengths) : ((ISequenceNetwork)network).ComputeGradients(inputs, labels, frames, step, lengths: lengths)
        : TakesTokens(network) ? Find<Gradients>(network, "GradientsOfTokens")(Tokens(inputs), targets.ToArray(), labels.ToArray(), step)
        : (inputGradients.IsEmpty, labels.IsEmpty) switch
        {
            (true, true) => network.ComputeGradients(inputs, targets, step),
            (true, false) => network.ComputeGradients(inputs, labels, step),
            (false, true) => InputGradientMethods.ComputeGradients(network, inputs, targets, inputGradients, step),
            (false, false) => InputGradientMethods.ComputeGradients(network, inputs, labels, inputGradients, step),
        };

    /// <summary>A step of an optimiser.</summary>
    public static float Step(Optimizer optimizer, INetwork network, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<int> labels)
    {
        if (!TakesTokens(network))
            return labels.IsEmpty ? optimizer.Step(network, inputs, targets) : optimizer.Step(network, inputs, labels);
        optimizer.Prepare(network);
        float loss = ComputeGradients(network, inputs, targets, labels, default, optimizer.Steps);
        optimizer.Step(network.Parameters, network.Gradients);
        return loss;
    }

    /// <summary>The frames of a sequence: all, unless said otherwise.</summary>
    private static int FramesOf(int frames, ReadOnlySpan<float> inputs) => frames > 0 ? frames : Math.Max(1, inputs.Length);

    /// <summary>Tokens that are given as floats; NaN is one of no vocabulary.</summary>
    public static int[] Tokens(ReadOnlySpan<float> inputs)
    {
        int[] tokens = new int[inputs.Length];
        for (int i = 0; i < tokens.Length; i++)
            tokens[i] = float.IsNaN(inputs[i]) ? int.MinValue : (int)inputs[i];
        return tokens;
    }

    private static T Find<T>(INetwork network, string name) where T : Delegate =>
        network.GetType().GetMethod(name, BindingFlags.Instance | BindingFlags.NonPublic)!.CreateDelegate<T>(network);
}
