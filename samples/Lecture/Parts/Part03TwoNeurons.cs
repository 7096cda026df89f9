namespace Lecture;

/// <summary>A sum of two neurons.</summary>
internal static class Part03TwoNeurons
{
    public static float Formula(float x) => Math.Max(0, x) + Math.Max(0, -x);

    public static TwoNeuronsNet Declared()
    {
        var net = new TwoNeuronsNet();
        net.Dense1.Weight.CopyFrom([1, -1]); // the first neuron looks to the right, the second one to the left
        net.Dense1.Bias.CopyFrom([0, 0]);
        net.Dense2.Weight.CopyFrom([1, 1]); // and both count alike
        return net;
    }

    public static void Tell(Page page)
    {
        page.Say("""
            One neuron bends once. Two neurons, added, bend twice, or go down and up again. max(0, x) + max(0, -x) is the distance of x
            from zero, which no line can say:
            """);
        page.Draw(Plot.Draw(-3, 3, ('*', x => Formula((float)x))));

        page.Say("The declared network is [Input(1), Dense(2), ReLU, Dense(1)]: two neurons side by side, and then their sum.");
        TwoNeuronsNet net = Declared();
        foreach ((float x, float y) in new[] { (-3f, 3f), (-1f, 1f), (0f, 0f), (2f, 2f) })
        {
            page.Check("formula", Formula(x), y);
            page.Number($"at x = {Page.Text(x)} both give y", net.Answer(x), y);
        }
    }
}
