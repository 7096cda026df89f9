namespace Lecture;

/// <summary>Gradient descent on one weight: input 0.15, bias 0.1, target 0.3.</summary>
internal static class Part08Descent
{
    private static readonly float[] Input = [0.15f];
    private static readonly float[] Target = [0.3f];

    /// <summary>What is predicted with a weight, and how large the squared error then is.</summary>
    public static (float Predicted, float Loss) Try(float weight)
    {
        LineNet net = WithWeight(weight);
        return (net.Answer(Input), net.ComputeLoss(Input, Target));
    }

    /// <summary>The slope of the loss at a weight, as the network computes it.</summary>
    public static float Slope(float weight)
    {
        LineNet net = WithWeight(weight);
        net.ComputeGradients(Input, Target);
        return net.Dense1.Weight.Gradient[0, 0];
    }

    /// <summary>Walks downhill from a weight, each step against the slope.</summary>
    /// <returns>The weight and the loss before the first step, and after each.</returns>
    public static IEnumerable<(float Weight, float Loss)> Descend(float weight, int steps)
    {
        const float LearningRate = 10;
        LineNet net = WithWeight(weight);
        for (int step = 0; step <= steps; step++)
        {
            float loss = net.ComputeGradients(Input, Target);
            yield return (net.Dense1.Weight[0, 0], loss);
            net.Dense1.Weight[0, 0] -= LearningRate * net.Dense1.Weight.Gradient[0, 0];
        }
    }

    /// <summary>A number to three decimals, the rest cut off.</summary>
    public static double Truncate(double number) => Math.Truncate(number * 1000) / 1000;

    public static void Tell(Page page)
    {
        page.Say("""
            A neuron gets the input 0.15 and has the bias 0.1; it should answer 0.3. Which weight is right? Trying some, the squared error
            (to three decimals, the rest cut off) says which is better:
            """);
        foreach ((float weight, double predicted, double loss) in new[]
        {
            (0.4f, 0.16, 0.019), (0.9f, 0.235, 0.004), (1.7f, 0.355, 0.003), (1.0f, 0.25, 0.002), (1.2f, 0.28, 0.000),
        })
        {
            (float actual, float actualLoss) = Try(weight);
            page.Check("prediction", actual, predicted, 1e-6);
            page.Check("loss", Truncate(actualLoss), loss);
            page.Show($"w = {weight:F1}   predicts {actual:F3}   loss {Truncate(actualLoss):F3}");
        }

        page.Gap();
        page.Draw(Plot.Draw(0, 2.6, ('*', weight => Try((float)weight).Loss)));
        page.Say("""
            Drawn over all weights, the loss is a valley, and at any place its slope tells where down is. The slope is called gradient, and
            a network computes it for each of its weights: w = 0.4 is on the left side, where it goes down to the right.
            """);
        page.Number("slope at w = 0.4, by the network", Slope(0.4f), -0.042, 1e-6);
        double tried = (Try(0.41f).Loss - Try(0.39f).Loss) / 0.02;
        page.Number("slope at w = 0.4, by trying 0.39 and 0.41", Math.Round(tried, 4), -0.042, 1e-6);

        page.Say("So: compute the slope, go a step against it, and again. Nobody chooses a weight any more, and the loss goes to zero:");
        (float Weight, float Loss)[] path = [.. Descend(0.4f, 24)];
        for (int step = 0; step < path.Length; step += 4)
            page.Show($"step {step,2}   w = {path[step].Weight:F4}   loss {path[step].Loss:F6}");
        page.Check("last weight", path[^1].Weight, 0.2 / 0.15, 1e-4);
        page.Check("last loss", path[^1].Loss, 0, 1e-9);
    }

    private static LineNet WithWeight(float weight)
    {
        var net = new LineNet();
        net.Dense1.Weight[0, 0] = weight;
        net.Dense1.Bias[0] = 0.1f;
        return net;
    }
}
