namespace HumanActivity;

/// <summary>The acceleration of somebody who moves, in g, as seen by a sensor that is held straight.</summary>
/// <param name="Movement">What is done.</param>
/// <param name="Steps">Steps, jumps or turns of the pedals per second.</param>
/// <param name="Strength">How strongly.</param>
/// <param name="Phase">Where in its period it begins.</param>
internal readonly record struct Gait(Movement Movement, float Steps, float Strength, float Phase)
{
    /// <summary>Draws a person's way of moving. Each kind has a range of its own, and most ranges overlap.</summary>
    public static Gait Random(Movement movement, Random random)
    {
        (float slow, float fast, float weak, float strong) = movement switch
        {
            Movement.Resting => (0, 0, 0, 0),
            Movement.Walking => (1.5f, 2.2f, 0.2f, 0.5f),
            Movement.Stairs => (1.3f, 2f, 0.2f, 0.5f),
            Movement.Running => (2.1f, 3.2f, 0.4f, 1.2f),
            Movement.Cycling => (1, 1.8f, 0.1f, 0.3f),
            Movement.Jumping => (1.3f, 2.2f, 0.8f, 1.2f),
            _ => throw new InvalidOperationException($"There is no movement {movement}."),
        };
        return new(movement, Between(random, slow, fast), Between(random, weak, strong), random.NextSingle());
    }

    /// <summary>The acceleration at a time: forward, to the side and up, with gravity.</summary>
    public (float Forward, float Side, float Up) At(float seconds)
    {
        float turn = 2 * MathF.PI * (Steps * seconds + Phase), sine = MathF.Sin(turn);
        return Movement switch
        {
            // A step is a wave and its overtone; to the side, it takes two steps to be where one was.
            Movement.Walking => (0.4f * Strength * MathF.Cos(turn), 0.3f * Strength * MathF.Sin(turn / 2), 1 + Strength * (sine + 0.4f * MathF.Sin(2 * turn))),

            // Every other step lifts the body.
            Movement.Stairs => (0.3f * Strength * MathF.Cos(turn), 0.3f * Strength * MathF.Sin(turn / 2), 1 + Strength * (sine * (1 + 0.6f * MathF.Sin(turn / 2)) + 0.4f * MathF.Sin(2 * turn))),

            // Short blows.
            Movement.Running => (0.5f * Strength * MathF.Cos(turn), 0.3f * Strength * MathF.Sin(turn / 2), 1 + Strength * (2 * MathF.Exp(4 * (sine - 1)) - 0.4f)),
            Movement.Cycling => (Strength * sine, 0.5f * Strength * MathF.Sin(turn / 2), 1),

            // Nothing is felt in the air.
            Movement.Jumping => (0.1f * sine, 0, sine > 0.2f ? 0 : 1 + Strength * (0.2f - sine)),
            _ => (0, 0, 1),
        };
    }

    private static float Between(Random random, float low, float high) => low + (high - low) * random.NextSingle();
}
