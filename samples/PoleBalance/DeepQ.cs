using DslNet;

namespace PoleBalance;

/// <summary>
/// Learns what actions are worth, from steps that are remembered and drawn at random: V. Mnih et al., "Human-level control through deep reinforcement learning" (2015). The target network follows
/// softly (T. P. Lillicrap et al., 2016), and judges the action that the network itself chooses (H. van Hasselt et al., 2016).
/// </summary>
public sealed class DeepQ(int seed)
{
    private const int Remembered = 20_000, Batch = 64, FirstSteps = 1_000, ExploringSteps = 5_000;

    private const float Discount = 0.99f, Tau = 0.01f, LeastExploring = 0.02f;

    private readonly Random _random = new(seed);
    private readonly ValueNet _net = new(seed), _target = new(seed);
    private readonly Adam _optimizer = new(1e-3f);
    private readonly List<Transition> _memory = new(Remembered);
    private readonly float[] _states = new float[Batch * Cart.StateLength], _nexts = new float[Batch * Cart.StateLength];
    private readonly float[] _targets = new float[Batch * Cart.Actions], _chosen = new float[Batch * Cart.Actions], _values = new float[Batch * Cart.Actions];
    private int _steps;

    /// <summary>Learns until it balances the pole to the end ten times in a row.</summary>
    /// <param name="episodes">The most episodes.</param>
    /// <param name="tell">Is told how many steps each episode had.</param>
    public ValueNet Learn(int episodes, Action<int, int>? tell = null)
    {
        for (int episode = 0; episode < episodes; episode++)
        {
            int steps = Play();
            tell?.Invoke(episode, steps);
            if (steps == Cart.MostSteps && Enumerable.Range(0, 10).All(_ => Balance(_net, _random) == Cart.MostSteps))
                break;
        }

        return _net;
    }

    /// <summary>How many steps a network balances the pole.</summary>
    /// <param name="net">Gives each action a value.</param>
    /// <param name="random">How the cart begins.</param>
    public static int Balance(INetwork net, Random random)
    {
        float[] state = new float[Cart.StateLength], values = new float[Cart.Actions];
        Cart cart = Cart.Start(random);
        while (!cart.IsOver)
        {
            cart.Observe(state);
            cart.Push(Best(net, state, values));
        }

        return cart.Steps;
    }

    private int Play()
    {
        float[] values = new float[Cart.Actions];
        Cart cart = Cart.Start(_random);
        while (!cart.IsOver)
        {
            float[] state = new float[Cart.StateLength], next = new float[Cart.StateLength];
            cart.Observe(state);
            float exploring = Math.Max(LeastExploring, 1 - _steps / (float)ExploringSteps);
            int action = _random.NextSingle() < exploring ? _random.Next(Cart.Actions) : Best(_net, state, values);
            cart.Push(action);
            cart.Observe(next);
            Remember(new(state, action, next, cart.HasFailed));
            if (++_steps >= FirstSteps)
                Learn();
        }

        return cart.Steps;
    }

    private void Learn()
    {
        Transition[] drawn = [.. Enumerable.Range(0, Batch).Select(_ => _memory[_random.Next(_memory.Count)])];
        for (int i = 0; i < Batch; i++)
        {
            drawn[i].State.CopyTo(_states, i * Cart.StateLength);
            drawn[i].Next.CopyTo(_nexts, i * Cart.StateLength);
        }

        _net.Predict(_nexts, _chosen);
        _target.Predict(_nexts, _values);
        _net.Predict(_states, _targets);
        for (int i = 0; i < Batch; i++)
        {
            int best = _chosen[2 * i + 1] > _chosen[2 * i] ? 1 : 0;

            // The other action's target is what it is thought to be worth: it has no gradient.
            _targets[2 * i + drawn[i].Action] = 1 + (drawn[i].HasFailed ? 0 : Discount * _values[2 * i + best]);
        }

        _optimizer.Step(_net, _states, _targets);
        _target.SoftUpdate(_net, Tau);
    }

    private void Remember(Transition transition)
    {
        if (_memory.Count < Remembered)
            _memory.Add(transition);
        else
            _memory[_steps % Remembered] = transition;
    }

    private static int Best(INetwork net, float[] state, float[] values)
    {
        net.Predict(state, values);
        return values[1] > values[0] ? 1 : 0;
    }

    /// <summary>What followed an action.</summary>
    private sealed record Transition(float[] State, int Action, float[] Next, bool HasFailed);
}
