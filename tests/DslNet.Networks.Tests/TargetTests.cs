namespace DslNet.Networks.Tests;

/// <summary>A call refuses targets that the loss does not take, and leaves the network alone.</summary>
public sealed class TargetTests
{
    [Fact]
    public void Binary_cross_entropy_takes_probabilities()
    {
        SingleNet net = new(1);
        foreach (float wrong in (float[])[-1, 255, 7, 1.5f, float.NaN, float.PositiveInfinity])
            Refuses(net, wrong, "BinaryCrossEntropy takes ");
        Refuses(net, -1, "is -1. Write 0 for -1,");
        Refuses(net, 255, "is 255. Divide by the largest value there can be");
    }

    [Fact]
    public void Softmax_cross_entropy_takes_probabilities_of_classes()
    {
        foreach (float wrong in (float[])[-0.5f, 255, 0.9f, float.NaN])
            Refuses(new RoutedNet(1), wrong, "SoftmaxCrossEntropy takes ");
    }

    [Theory, InlineData(nameof(ColumnsNet)), InlineData(nameof(OddNet)), InlineData(nameof(PictureNet)), InlineData(nameof(UpdatedNet))]
    public void Other_losses_take_finite_numbers(string name)
    {
        INetwork net = NetworkCase.All.Single(item => item.Name == name).Create();
        foreach (float wrong in (float[])[float.NaN, float.PositiveInfinity, float.NegativeInfinity])
            Refuses(net, wrong, $"{net.Description.Loss} takes ");
    }

    private static void Refuses(INetwork net, float wrong, string part)
    {
        Samples samples = new(net, 5);
        int outputs = samples.OutputLength, place = 3 * outputs + outputs - 1;
        samples.Targets[place] = wrong;
        SGD optimizer = new(0.1f);
        float[] parameters = net.Parameters.ToArray(), gradients = net.Gradients.ToArray();
        Action[] calls =
        [
            () => net.ComputeLoss(samples.Inputs, samples.Targets),
            () => net.ComputeGradients(samples.Inputs, samples.Targets),
            () => optimizer.Step(net, samples.Inputs, samples.Targets),
        ];
        foreach (Action call in calls)
        {
            ArgumentException refusal = Assert.Throws<ArgumentException>("targets", call);
            Assert.Contains(part, refusal.Message, StringComparison.Ordinal);
            Assert.Contains("sample 3", refusal.Message, StringComparison.Ordinal);
        }

        Assert.Equal(0, optimizer.Steps);
        Assert.Equal(parameters, net.Parameters.ToArray());
        Assert.Equal(gradients, net.Gradients.ToArray());
    }
}
