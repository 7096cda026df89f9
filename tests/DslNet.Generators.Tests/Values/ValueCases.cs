using DslNet.Generators.Tests.Values.Cases;

namespace DslNet.Generators.Tests.Values;

/// <summary>Every layer, activation and loss, in shapes that fill no vector, tile or panel evenly. One file a layer in Cases.</summary>
internal static class ValueCases
{
    public static IReadOnlyDictionary<string, ValueCase> All { get; } = Create();

    /// <summary>What a case's numbers are drawn from: of its name alone, so that a new case changes no other.</summary>
    public static int SeedOf(string name) =>
        name.Aggregate(17, (seed, letter) => unchecked(seed * 31 + letter)) & int.MaxValue;

    private static Dictionary<string, ValueCase> Create()
    {
        Dictionary<string, ValueCase> cases = [];
        DenseCases.AddTo(cases);
        Conv1DCases.AddTo(cases);
        Conv2DCases.AddTo(cases);
        MaxPool2DCases.AddTo(cases);
        AvgPool2DCases.AddTo(cases);
        GlobalAvgPool2DCases.AddTo(cases);
        FlattenCases.AddTo(cases);
        ReshapeCases.AddTo(cases);
        SliceCases.AddTo(cases);
        DropoutCases.AddTo(cases);
        ActivationCases.AddTo(cases);
        SoftmaxCases.AddTo(cases);
        PReLUCases.AddTo(cases);
        NormalizationCases.AddTo(cases);
        ElementwiseJoinCases.AddTo(cases);
        ConcatCases.AddTo(cases);
        SignalCases.AddTo(cases);
        NetworkCases.AddTo(cases);
        LossCases.AddTo(cases);
        return cases;
    }
}
