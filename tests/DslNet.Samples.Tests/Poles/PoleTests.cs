using DslNet.Populations;
using PoleBalance;
using Xunit;

namespace DslNet.Samples.Tests.Poles;

public sealed class PoleTests
{
    [Fact]
    public void EvolutionBalancesThePole()
    {
        List<EvolutionStep> steps = [];

        Policy policy = Evolution.Learn(1, 60, steps.Add);

        Assert.True(steps[0].MeanLoss > -200, $"{steps[0]}");
        Assert.True(Mean(policy) > 450, $"{Mean(policy)}");
    }

    [Fact]
    public void ThePolicyGradientBalancesThePole()
    {
        Policy policy = PolicyGradient.Learn(1, 120);

        Assert.True(Mean(policy) > 400, $"{Mean(policy)}");
    }

    [Fact]
    public void QLearningBalancesThePole()
    {
        ValueNet net = new DeepQ(1).Learn(600);

        Assert.True(Mean(net) > 400, $"{Mean(net)}");
    }

    [Fact]
    public void APoleFallsToTheSideThatItLeansTo()
    {
        Cart cart = Cart.Start(new Random(3));
        float[] before = new float[Cart.StateLength], after = new float[Cart.StateLength];
        cart.Observe(before);
        cart.Push(1);
        cart.Observe(after);
        Assert.True(after[1] > before[1] && after[3] < before[3]);
        while (!cart.IsOver)
            cart.Push(1);
        cart.Observe(after);
        Assert.True(cart.HasFailed && cart.Steps < 15 && after[2] < -0.2f);
    }

    private static double Mean(INetwork net)
    {
        Random random = new(99);
        return Enumerable.Range(0, 20).Average(_ => DeepQ.Balance(net, random));
    }
}
