using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;
using DslNet.Generators.Tests.Oracle.Losses;
using static DslNet.Generators.Tests.Values.Cases.Batches;
using static DslNet.Generators.Tests.Values.ValueCase;

namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>Every loss, with each of its settings: one entry of the list, tried over several outputs, the input and an image.</summary>
internal static class LossCases
{
    private static readonly (string Name, Func<OracleLoss> Create)[] s_losses =
    [
        ("MeanSquaredError", ElementwiseLoss.MeanSquaredError), ("MeanAbsoluteError", ElementwiseLoss.MeanAbsoluteError), ("Huber", () => ElementwiseLoss.Huber(1)),
        ("Huber 0.3", () => ElementwiseLoss.Huber(0.3f)), ("BinaryCrossEntropy", ElementwiseLoss.BinaryCrossEntropy),
        ("own pinball", () => ElementwiseLoss.Pinball(0.9f)), ("own Charbonnier", ElementwiseLoss.Charbonnier),
        ("SoftmaxCrossEntropy of labels", () => new SoftmaxCrossEntropy(labels: true)), ("SoftmaxCrossEntropy of probabilities", () => new SoftmaxCrossEntropy(labels: false)),
    ];

    public static void AddTo(Dictionary<string, ValueCase> cases)
    {
        cases.Add("own Gaussian", new(new(Extent.Vector(3), [new Dense(2)], new GaussianLoss()), Many));
        cases.Add("own Gaussian of the input", new(new(Extent.Vector(2), [new Dropout(0)], new GaussianLoss()), Few));
        foreach ((string name, Func<OracleLoss> create) in s_losses)
        {
            foreach (int outputs in new[] { 1, 3, 7, 17, 33 })
            {
                if (outputs > 1 || create() is ElementwiseLoss)
                    cases.Add($"{name} over {outputs}", new(new(Extent.Vector(3), [new Dense(outputs)], create()), outputs == 7 ? Many : Few));
            }

            cases.Add($"{name} of the input", new(new(Extent.Vector(5), [new Dropout(0)], create()), Few));
            if (create() is ElementwiseLoss)
                cases.Add($"{name} of an image", new(new(Extent.Image(2, 4, 5), [new Conv2D(3, 2, 2)], create()), Few));
        }
    }
}
