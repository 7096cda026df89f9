namespace HumanActivity;

/// <summary>What somebody does who carries the sensor.</summary>
internal enum Movement
{
    Resting,
    Walking,
    Stairs,
    Running,
    Cycling,
    Jumping,
}
