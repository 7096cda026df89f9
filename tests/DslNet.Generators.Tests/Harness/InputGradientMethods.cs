using System.Reflection;

namespace DslNet.Generators.Tests.Harness;

/// <summary>The overloads that a network with an input gradient has beyond the interface.</summary>
internal static class InputGradientMethods
{
    private delegate float OfTargets(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> inputGradients, long step, ReadOnlySpan<float> weights);

    private delegate float OfLabels(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, Span<float> inputGradients, long step, ReadOnlySpan<float> weights);

    public static float ComputeGradients(
        INetwork network, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> inputGradients, long step = 0, ReadOnlySpan<float> weights = default) =>
        Find<OfTargets>(network)(inputs, targets, inputGradients, step, weights);

    public static float ComputeGradients(
        INetwork network, ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, Span<float> inputGradients, long step = 0, ReadOnlySpan<float> weights = default) =>
        Find<OfLabels>(network)(inputs, labels, inputGradients, step, weights);

    /// <summary>Whether a network has them.</summary>
    public static bool IsIn(INetwork network) => Method<OfTargets>(network) is not null;

    private static T Find<T>(INetwork network) where T : Delegate => Method<T>(network)!.CreateDelegate<T>(network);

    private static MethodInfo? Method<T>(INetwork network) where T : Delegate =>
        network.GetType().GetMethod(nameof(ComputeGradients), [.. typeof(T).GetMethod("Invoke")!.GetParameters().Select(parameter => parameter.ParameterType)]);
}
