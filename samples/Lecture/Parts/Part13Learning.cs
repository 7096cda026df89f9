using DslNet;

namespace Lecture;

/// <summary>A network of alternating convolution and pooling learns what diagonals, crosses and bars are.</summary>
internal static class Part13Learning
{
    /// <summary>How many of the examples are there to be learned from; as many others are for the test.</summary>
    private const int Count = 2000;

    /// <summary>Trains the network.</summary>
    /// <returns>It, and how well it knows shapes that it has never seen.</returns>
    public static (ShapesNet Net, Evaluation Evaluation) Learn(int seed)
    {
        var net = new ShapesNet(seed);
        net.Fit(Shapes.Make(Count, seed: 1), new FitOptions { Epochs = 30, Optimizer = new AdamW(2e-3f) { WeightDecay = 0.5f } });
        return (net, net.Evaluate(Shapes.Make(Count, seed: 2)));
    }

    public static void Tell(Page page)
    {
        page.Say("""
            So far we chose the patterns. Now a network finds its own. These are five shapes, of any size and at any place, with noise
            over them; the network sees 2,000 such images and is told which is which:
            """);
        Dataset examples = Shapes.Make(5, seed: 3);
        page.Draw([.. Enumerable.Range(0, 5).Select(i => Shapes.Draw(examples.Input(i)) + "\n" + Shapes.Names[examples.Labels.Span[i]])]);

        page.Say("""
            Its layers take turns: convolution, pooling, convolution, pooling. The first ones match small patterns, the next ones match
            patterns of those patterns, and a last layer of plain neurons decides.
            """);
        (ShapesNet net, Evaluation evaluation) = Learn(seed: 1);
        page.Show($"{net.Description.ParameterCount:N0} weights, learned; of 2,000 new images it knows {evaluation.Accuracy:P1}.");
        page.Check("accuracy", evaluation.Accuracy >= 0.97, $"only {evaluation.Accuracy:F3}");

        page.Say("""
            And these are the six patterns of the first layer, drawn from its weights: # and + are where a pattern wants ink, = and - where
            it wants paper, and a dot is where it does not care. Below each is the stroke that it answers most to. Nobody told the network
            what a diagonal is:
            """);
        float[][] patterns = [.. net.Patterns.Weight.ToArray().Chunk(Strokes.Side * Strokes.Side)];
        page.Draw([.. patterns.Select(pattern => Picture.Pattern(pattern, Strokes.Side) + "\n" + Strokes.BestFor(pattern))]);
        int kinds = patterns.Select(Strokes.BestFor).Distinct().Count();
        page.Check("kinds of strokes that were found", kinds >= 3, $"only {kinds}");
        page.Say("That is deep learning: layers of simple parts, an error, and a walk downhill.");
    }
}
