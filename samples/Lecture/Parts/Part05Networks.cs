using DslNet;

namespace Lecture;

/// <summary>Neurons behind neurons: the networks 1-2-1, 2-2-1, 2-3-1 and 2-3-3-1, as formulas and as declarations.</summary>
internal static class Part05Networks
{
    public static void Tell(Page page)
    {
        page.Say("""
            The answers of neurons can be the inputs of other neurons: that is a network, and the neurons in between are called hidden.
            Below, "2-3-1" means two inputs, three hidden neurons, one output neuron; each neuron, hidden or not, is a max(0, ·). Every
            network is written twice in the folder Networks: as a formula, where nothing is hidden after all, and as a declaration of one
            line, and the numbers are the same.
            """);
        page.Say("1-2-1:  max(0, 0.5 · max(0, x + 0.5) + 2 · max(0, -x + 1) - 0.25)");
        foreach ((float x, float y) in new[] { (0f, 2f), (0.5f, 1.25f), (2f, 1f), (-1f, 3.75f) })
            Compare(page, Net121.Declared(), Net121.Formula(x), y, x);

        page.Say("2-2-1:  max(0, max(0, 0.5·x1 - x2 + 0.25) - 0.5 · max(0, 2·x1 + x2 - 1) + 2)");
        foreach ((float x1, float x2, float y) in new[] { (0f, 0f, 2.25f), (1f, 0.5f, 1.5f), (2f, 2f, 0f) })
            Compare(page, Net221.Declared(), Net221.Formula(x1, x2), y, x1, x2);

        page.Say("2-3-1:  the same with a third hidden neuron, + 0.75 · max(0, -x1 + 0.5·x2 + 1.5)");
        foreach ((float x1, float x2, float y) in new[] { (0f, 0f, 3.375f), (1f, 0.5f, 2.0625f), (-1f, 2f, 4.625f) })
            Compare(page, Net231.Declared(), Net231.Formula(x1, x2), y, x1, x2);

        page.Say("2-3-3-1:  three more neurons that look at those three; deep learning is this, with many layers");
        foreach ((float x1, float x2, float y) in new[] { (0f, 0f, 2.875f), (1f, 0.5f, 2.3125f), (-1f, 2f, 2.25f) })
            Compare(page, Net2331.Declared(), Net2331.Formula(x1, x2), y, x1, x2);
    }

    private static void Compare(Page page, INetwork net, float formula, float expected, params float[] inputs)
    {
        string place = string.Join(", ", inputs.Select(x => Page.Text(x)));
        float answer = net.Answer(inputs);
        page.Check("formula", formula, expected);
        page.Check("network", answer, expected);
        page.Show($"({place})".PadRight(12) + $"formula: {Page.Text(formula),-9}network: {Page.Text(answer)}");
    }
}
