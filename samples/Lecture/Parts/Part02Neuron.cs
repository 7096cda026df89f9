namespace Lecture;

/// <summary>One neuron: max(0, wx + b).</summary>
internal static class Part02Neuron
{
    public static float Formula(float x) => Math.Max(0, 2 * x - 1);

    public static NeuronNet Declared()
    {
        var net = new NeuronNet();
        net.Dense1.Weight[0, 0] = 2;
        net.Dense1.Bias[0] = -1;
        return net;
    }

    public static void Tell(Page page)
    {
        page.Say("""
            A neuron is a line with a bend: y = max(0, wx + b). Below a threshold it is silent, above it the answer grows. The slope is
            called weight here, and the offset bias. This is the neuron with w = 2 and b = -1:
            """);
        page.Draw(Plot.Draw(-1, 2, ('*', x => Formula((float)x))));

        page.Say("As code it is Math.Max(0, 2 * x - 1). As a declaration it is [Input(1), Dense(1), ReLU], and both answer the same:");
        NeuronNet net = Declared();
        foreach ((float x, float y) in new[] { (-1f, 0f), (0f, 0f), (0.5f, 0f), (1f, 1f), (2f, 3f) })
        {
            page.Check("formula", Formula(x), y);
            page.Number($"max(0, 2 · {Page.Text(x)} - 1)", net.Answer(x), y);
        }
    }
}
