namespace PoleBalance;

/// <summary>
/// A cart on a rail with a pole on top, which is pushed to the left or to the right fifty times a second. A. G. Barto, R. S. Sutton and C. W. Anderson, "Neuronlike adaptive elements that can solve
/// difficult learning control problems" (1983), with the constants and the limits of Gymnasium's CartPole-v1.
/// </summary>
public struct Cart
{
    /// <summary>Values of a state: the cart's position and speed, the pole's angle and its speed.</summary>
    public const int StateLength = 4;

    /// <summary>Pushes to the left and to the right.</summary>
    public const int Actions = 2;

    /// <summary>An episode that lasts so long has succeeded.</summary>
    public const int MostSteps = 500;

    private const double Gravity = 9.8, CartMass = 1, PoleMass = 0.1, HalfLength = 0.5, Force = 10, Seconds = 0.02;
    private const double MostPosition = 2.4, MostAngle = 12 * Math.PI / 180;

    private double _position, _speed, _angle, _turning;

    /// <summary>How many steps the pole has stood.</summary>
    public int Steps { get; private set; }

    /// <summary>Whether the pole fell, the rail ended, or the time is over.</summary>
    public readonly bool IsOver => HasFailed || Steps >= MostSteps;

    /// <summary>Whether the pole fell, or the rail ended.</summary>
    public readonly bool HasFailed => Math.Abs(_position) > MostPosition || Math.Abs(_angle) > MostAngle;

    /// <summary>A cart that almost stands.</summary>
    public static Cart Start(Random random) => new() { _position = Small(random), _speed = Small(random), _angle = Small(random), _turning = Small(random) };

    /// <summary>What a network sees.</summary>
    public readonly void Observe(Span<float> state)
    {
        (state[0], state[1], state[2], state[3]) = ((float)_position, (float)_speed, (float)_angle, (float)_turning);
    }

    /// <summary>Pushes the cart.</summary>
    /// <param name="action">0 to the left, 1 to the right.</param>
    public void Push(int action)
    {
        double force = action == 1 ? Force : -Force, sine = Math.Sin(_angle), cosine = Math.Cos(_angle);
        double shared = (force + PoleMass * HalfLength * _turning * _turning * sine) / (CartMass + PoleMass);
        double turn = (Gravity * sine - cosine * shared) / (HalfLength * (4.0 / 3 - PoleMass * cosine * cosine / (CartMass + PoleMass)));
        double acceleration = shared - PoleMass * HalfLength * turn * cosine / (CartMass + PoleMass);
        _position += Seconds * _speed;
        _speed += Seconds * acceleration;
        _angle += Seconds * _turning;
        _turning += Seconds * turn;
        Steps++;
    }

    private static double Small(Random random) => random.NextDouble() * 0.1 - 0.05;
}
