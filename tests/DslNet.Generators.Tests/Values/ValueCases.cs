using System.Text.RegularExpressions;
using DslNet.Generators.Tests.Values.Cases;

namespace DslNet.Generators.Tests.Values;

/// <summary>
/// Every layer, activation and loss, in shapes that fill no vector, tile or panel evenly. One file a layer in Cases. DSLNET_VALUE_CASES is a regular
/// expression of those that are wanted.
/// </summary>
internal static class ValueCases
{
    public static IReadOnlyDictionary<string, ValueCase> All { get; } = Create();

    /// <summary>Whether some were asked for, and not all.</summary>
    public static bool AreSome => Wanted is not null;

    private static string? Wanted => Environment.GetEnvironmentVariable("DSLNET_VALUE_CASES") is { Length: > 0 } wanted ? wanted : null;

    /// <summary>What a case's numbers are drawn from: of its name alone, so that a new case changes no other.</summary>
    public static int SeedOf(string name) =>
        name.Aggregate(17, (seed, letter) => unchecked(seed * 31 + letter)) & int.MaxValue;

    private static Dictionary<string, ValueCase> Create()
    {
        Dictionary<string, ValueCase> cases = [];
        DenseCases.AddTo(cases);
        Conv1DCases.AddTo(cases);
        Conv2DCases.AddTo(cases);
        GroupCases.AddTo(cases);
        DepthwiseCases.AddTo(cases);
        MaxPoolCases.AddTo(cases);
        AvgPoolCases.AddTo(cases);
        GlobalPoolCases.AddTo(cases);
        ResamplingCases.AddTo(cases);
        ConvTransposeCases.AddTo(cases);
        EmbeddingCases.AddTo(cases);
        FrameCases.AddTo(cases);
        TokenFrameCases.AddTo(cases);
        AttentionCases.AddTo(cases);
        FlattenCases.AddTo(cases);
        ReshapeCases.AddTo(cases);
        SliceCases.AddTo(cases);
        DropoutCases.AddTo(cases);
        ActivationCases.AddTo(cases);
        SoftmaxCases.AddTo(cases);
        PReLUCases.AddTo(cases);
        NormalizationCases.AddTo(cases);
        BatchNormCases.AddTo(cases);
        ElementwiseJoinCases.AddTo(cases);
        ConcatCases.AddTo(cases);
        SignalCases.AddTo(cases);
        NetworkCases.AddTo(cases);
        LossCases.AddTo(cases);
        return Wanted is { } wanted ? cases.Where(value => Regex.IsMatch(value.Key, wanted)).ToDictionary() : cases;
    }
}
