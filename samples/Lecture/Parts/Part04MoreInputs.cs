namespace Lecture;

/// <summary>One neuron with more than one input.</summary>
internal static class Part04MoreInputs
{
    public static float Formula(float x1, float x2, float x3) => Math.Max(0, 0.5f * x1 + 0.25f * x2 - 1f * x3 + 0.5f);

    public static ThreeInputsNet Declared()
    {
        var net = new ThreeInputsNet();
        net.Dense1.Weight.CopyFrom([0.5f, 0.25f, -1]);
        net.Dense1.Bias[0] = 0.5f;
        return net;
    }

    public static void Tell(Page page)
    {
        page.Say("""
            The world seldom comes as one number. A neuron with three inputs has three weights: how much each input counts, and whether
            for the answer or against it. This one is max(0, 0.5·x1 + 0.25·x2 - 1·x3 + 0.5), declared as [Input(3), Dense(1), ReLU]:
            """);
        ThreeInputsNet net = Declared();
        foreach ((float x1, float x2, float x3, float y) in new[] { (2f, 4f, 1f, 1.5f), (0f, 0f, 0f, 0.5f), (1f, 1f, 2f, 0f) })
        {
            page.Check("formula", Formula(x1, x2, x3), y);
            page.Number($"x = ({Page.Text(x1)}, {Page.Text(x2)}, {Page.Text(x3)}) gives y", net.Answer(x1, x2, x3), y);
        }
    }
}
