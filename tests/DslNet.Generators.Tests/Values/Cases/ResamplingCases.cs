using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;
using static DslNet.Generators.Tests.Values.Cases.Batches;
using static DslNet.Generators.Tests.Values.ValueCase;

namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>Upsample and Pad: alone, and between layers whose gradients they hand on.</summary>
internal static class ResamplingCases
{
    private static readonly (string Name, Extent Input, Func<OracleLayer> Create)[] s_cases =
    [
        .. new[] { false, true }.SelectMany(bilinear => new (string, Extent, Func<OracleLayer>)[]
        {
            ($"Upsample 2{(bilinear ? ", bilinear" : "")}", Extent.Image(3, 4, 5), () => new Upsample(2, bilinear)),
            ($"Upsample 3{(bilinear ? ", bilinear" : "")}", Extent.Image(9, 3, 2), () => new Upsample(3, bilinear)),
            ($"Upsample 1x4{(bilinear ? ", bilinear" : "")}", Extent.Image(17, 2, 3), () => new Upsample(1, 4, bilinear)),
            ($"Upsample 5x1{(bilinear ? ", bilinear" : "")}", Extent.Image(2, 3, 4), () => new Upsample(5, 1, bilinear)),
            ($"Upsample 1{(bilinear ? ", bilinear" : "")}", Extent.Image(2, 3, 4), () => new Upsample(1, bilinear)),
            ($"Upsample 2 of one position{(bilinear ? ", bilinear" : "")}", Extent.Image(5, 1, 1), () => new Upsample(2, bilinear)),
            ($"Upsample 8x2 of two rows{(bilinear ? ", bilinear" : "")}", Extent.Image(3, 2, 2), () => new Upsample(8, 2, bilinear)),
            ($"Upsample 37 of a signal{(bilinear ? ", bilinear" : "")}", Extent.Signal(3, 4), () => new Upsample(37, bilinear)),
            ($"Upsample 2 of a signal{(bilinear ? ", bilinear" : "")}", Extent.Signal(9, 7), () => new Upsample(2, bilinear)),
            ($"Upsample 3 of one value{(bilinear ? ", bilinear" : "")}", Extent.Signal(33, 1), () => new Upsample(3, bilinear)),
        }),
        .. new[] { "Zero", "Reflect", "Replicate" }.SelectMany(mode => new (string, Extent, Func<OracleLayer>)[]
        {
            ($"Pad 1, {mode}", Extent.Image(3, 4, 5), () => new Pad(1, mode)),
            ($"Pad 2 by 1, {mode}", Extent.Image(9, 3, 2), () => new Pad(2, 2, 1, 1, mode)),
            ($"Pad 1, 2, 0, 3, {mode}", Extent.Image(17, 3, 4), () => new Pad(1, 2, 0, 3, mode)),
            ($"Pad the top, {mode}", Extent.Image(2, 3, 4), () => new Pad(2, 0, 0, 0, mode)),
            ($"Pad the right, {mode}", Extent.Image(2, 3, 4), () => new Pad(0, 0, 0, 1, mode)),
            ($"Pad nothing, {mode}", Extent.Image(5, 2, 3), () => new Pad(0, mode)),
            ($"Pad 3 of a signal, {mode}", Extent.Signal(3, 9), () => new Pad(3, mode)),
            ($"Pad before a signal, {mode}", Extent.Signal(9, 5), () => new Pad(0, 0, 4, 0, mode)),
            ($"Pad a signal by less than itself, {mode}", Extent.Signal(33, 4), () => new Pad(0, 0, 2, 3, mode)),
        }),
        ("Pad by more than there is, Replicate", Extent.Image(3, 2, 1), () => new Pad(3, 1, 2, 4, "Replicate")),
        ("Pad by more than there is, Zero", Extent.Signal(3, 2), () => new Pad(5)),
    ];

    public static void AddTo(Dictionary<string, ValueCase> cases)
    {
        foreach ((string name, Extent input, Func<OracleLayer> create) in s_cases)
        {
            cases.Add(name, Of(Few, input, create()));
            cases.Add($"{name}, in between", Of(Few, input, Activation.Tanh(), create(), Activation.Tanh()));
            cases.Add($"{name}, of what is read twice", Of(Few, input, Activation.Tanh(), create(), new GlobalAvgPool { Inputs = [1] }, new GlobalAvgPool { Inputs = [2] }, new Add { Inputs = [4, 3] }));
        }

        cases.Add("Upsample behind a convolution", Of(Few, Extent.Image(2, 5, 4), new Conv2D(5, 2, 2), Activation.ReLU(), new Upsample(2, bilinear: true), new Conv2D(3, 3, 3)));
        cases.Add("Pad before a convolution", Of(Many, Extent.Image(2, 5, 4), Activation.Sigmoid(), new Pad(1, "Reflect"), new Conv2D(5, 3, 3), Activation.ReLU(), new Flatten(), new Dense(2)));
    }
}
