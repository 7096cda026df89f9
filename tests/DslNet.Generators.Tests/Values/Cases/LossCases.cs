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
        ("Huber 0.3", () => ElementwiseLoss.Huber(0.3f)), ("BinaryCrossEntropy", () => ElementwiseLoss.BinaryCrossEntropy()),
        ("BinaryCrossEntropy 2.5", () => ElementwiseLoss.BinaryCrossEntropy(2.5f)), ("SmoothL1", () => ElementwiseLoss.SmoothL1(1)), ("SmoothL1 0.3", () => ElementwiseLoss.SmoothL1(0.3f)),
        ("Hinge", ElementwiseLoss.Hinge), ("Poisson", ElementwiseLoss.Poisson), ("KLDivergence", ElementwiseLoss.KLDivergence), ("CosineEmbedding", () => new CosineEmbedding()),
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
                if (outputs > 1 || !create().IsOfClasses)
                    cases.Add($"{name} over {outputs}", new(new(Extent.Vector(3), [new Dense(outputs)], create()), outputs == 7 ? Many : Few));
            }

            cases.Add($"{name} of the input", new(new(Extent.Vector(5), [new Dropout(0)], create()), Few));
            if (!create().IsOfClasses)
                cases.Add($"{name} of an image", new(new(Extent.Image(2, 4, 5), [new Conv2D(3, 2, 2)], create()), Few));
        }

        foreach (bool labels in new[] { true, false })
        {
            foreach (int classes in new[] { 2, 7, 17, 33 })
            {
                string name = $"SoftmaxCrossEntropy of {classes} {(labels ? "labels" : "probabilities")}";
                float[] weights = [.. Enumerable.Range(0, classes).Select(i => i == 1 ? 0 : 0.25f * (i % 7 + 1))];
                cases.Add($"{name}, smoothed", new(new(Extent.Vector(5), [new Dense(classes)], new SoftmaxCrossEntropy(labels, 0.1f)), Few));
                cases.Add($"{name}, weighted", new(new(Extent.Vector(5), [new Dense(classes)], new SoftmaxCrossEntropy(labels, 0, weights)), classes == 7 ? Many : Few));
                cases.Add($"{name}, both", new(new(Extent.Vector(5), [new Dense(classes)], new SoftmaxCrossEntropy(labels, 0.25f, weights, ignored: 0)), Few));
            }
        }
    }
}
