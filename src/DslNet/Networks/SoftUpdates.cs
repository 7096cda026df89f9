namespace DslNet;

/// <summary>Networks that follow others slowly, such as the target network of reinforcement learning.</summary>
public static class SoftUpdates
{
    /// <summary>Moves all parameters, and what layers keep beside them, towards those of another network: target + tau·(network − target).</summary>
    /// <param name="target">The network that follows.</param>
    /// <param name="network">One of the same class.</param>
    /// <param name="tau">How far: 0 leaves the target as it is, 1 makes it equal.</param>
    /// <exception cref="ArgumentOutOfRangeException">tau is not from 0 to 1.</exception>
    /// <exception cref="ArgumentException">The networks are of different classes.</exception>
    /// <example><code>target.SoftUpdate(network, 0.005f);</code></example>
    public static void SoftUpdate(this INetwork target, INetwork network, float tau)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(network);
        if (!(tau is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(tau), tau, "tau is how far the target moves, from 0 to 1.");
        if (target.GetType() != network.GetType())
            throw new ArgumentException($"A {target.Description.Name} cannot follow a {network.Description.Name}. Pass a network of the same class.", nameof(network));
        Move(target.Parameters, network.Parameters, tau);
        Move(target.States, network.States, tau);
    }

    private static void Move(Span<float> target, ReadOnlySpan<float> network, float tau)
    {
        // With 1 nothing of the target remains, not even what rounding would leave.
        if (tau == 1)
        {
            network.CopyTo(target);
            return;
        }

        for (int i = 0; i < target.Length; i++)
            target[i] = MathF.FusedMultiplyAdd(tau, network[i] - target[i], target[i]);
    }
}
