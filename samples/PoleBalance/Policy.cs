using DslNet;

namespace PoleBalance;

/// <summary>Pushes where its larger output is. The loss is there for the policy gradient: its derivative with respect to an output is the target.</summary>
[Network, Population]
[Input(Cart.StateLength), Dense(16), Tanh, Dense(Cart.Actions)]
[Loss(nameof(Slope))]
public sealed partial class Policy
{
    private static float Slope(float output, float target) => output * target;
}
